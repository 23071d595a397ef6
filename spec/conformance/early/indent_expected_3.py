# /// gradus
# id = "early.indent-expected-3"
# rules = ["early.indent.expected"]
# python = "==3.13.*"
# expect = "early error"
# ///
match x:
case 1: pass
