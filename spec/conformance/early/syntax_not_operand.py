# /// gradus
# id = "early.syntax-not-operand"
# rules = ["early.syntax.not-operand"]
# python = "==3.13.*"
# expect = "early error"
# ///
x = 1 + not y
