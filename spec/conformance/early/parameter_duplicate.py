# /// gradus
# id = "early.parameter-duplicate"
# rules = ["early.parameter.duplicate"]
# python = "==3.13.*"
# expect = "early error"
# ///
def f(x, x): pass
