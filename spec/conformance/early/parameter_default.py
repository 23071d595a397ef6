# /// gradus
# id = "early.parameter-default"
# rules = ["early.parameter.default"]
# python = "==3.13.*"
# expect = "early error"
# ///
def f(a=): pass
