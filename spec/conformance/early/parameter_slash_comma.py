# /// gradus
# id = "early.parameter-slash-comma"
# rules = ["early.parameter.slash-comma"]
# python = "==3.13.*"
# expect = "early error"
# ///
def f(a, / *b): pass
