# /// gradus
# id = "early.parameter-slash-once"
# rules = ["early.parameter.slash-once"]
# python = "==3.13.*"
# expect = "early error"
# ///
def f(a, /, b, /): pass
