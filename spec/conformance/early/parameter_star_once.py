# /// gradus
# id = "early.parameter-star-once"
# rules = ["early.parameter.star-once"]
# python = "==3.13.*"
# expect = "early error"
# ///
def f(*a, *b): pass
