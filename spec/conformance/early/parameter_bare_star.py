# /// gradus
# id = "early.parameter-bare-star"
# rules = ["early.parameter.bare-star"]
# python = "==3.13.*"
# expect = "early error"
# ///
def f(*): pass
