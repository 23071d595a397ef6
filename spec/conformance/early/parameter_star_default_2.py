# /// gradus
# id = "early.parameter-star-default-2"
# rules = ["early.parameter.star-default"]
# python = "==3.13.*"
# expect = "early error"
# ///
def f(**a=1): pass
