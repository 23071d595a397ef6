# /// gradus
# id = "early.syntax-conditional"
# rules = ["early.syntax.conditional"]
# python = "==3.13.*"
# expect = "early error"
# ///
a if b
