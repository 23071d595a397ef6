# /// gradus
# id = "early.indent-dedent"
# rules = ["early.indent.dedent"]
# python = "==3.13.*"
# expect = "early error"
# ///
if True:
    x
  y
