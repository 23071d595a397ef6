# /// gradus
# id = "early.type-parameter-empty"
# rules = ["early.type-parameter.empty"]
# python = "==3.13.*"
# expect = "early error"
# ///
def f[]():
    pass
