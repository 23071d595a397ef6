# /// gradus
# id = "early.indent-unexpected"
# rules = ["early.indent.unexpected"]
# python = "==3.13.*"
# expect = "early error"
# ///
  x
