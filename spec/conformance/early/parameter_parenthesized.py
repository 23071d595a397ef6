# /// gradus
# id = "early.parameter-parenthesized"
# rules = ["early.parameter.parenthesized"]
# python = "==3.13.*"
# expect = "early error"
# ///
def f(a, (b, c)): pass
