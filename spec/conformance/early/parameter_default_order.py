# /// gradus
# id = "early.parameter-default-order"
# rules = ["early.parameter.default-order"]
# python = "==3.13.*"
# expect = "early error"
# ///
def f(a=1, b): pass
