# /// gradus
# id = "early.indent-unexpected-dedent"
# rules = ["early.indent.unexpected-dedent"]
# python = "==3.13.*"
# expect = "early error"
# ///
if x:
  @a
z
