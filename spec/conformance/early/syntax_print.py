# /// gradus
# id = "early.syntax-print"
# rules = ["early.syntax.print"]
# python = "==3.13.*"
# expect = "early error"
# ///
print x
