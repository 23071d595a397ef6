# /// gradus
# id = "early.parameter-slash-before-star"
# rules = ["early.parameter.slash-before-star"]
# python = "==3.13.*"
# expect = "early error"
# ///
def f(*, a, /): pass
