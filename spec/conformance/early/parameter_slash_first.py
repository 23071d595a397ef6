# /// gradus
# id = "early.parameter-slash-first"
# rules = ["early.parameter.slash-first"]
# python = "==3.13.*"
# expect = "early error"
# ///
def f(/, a): pass
