# /// gradus
# id = "early.parameter-after-mapping"
# rules = ["early.parameter.after-mapping"]
# python = "==3.13.*"
# expect = "early error"
# ///
def f(**a, b): pass
