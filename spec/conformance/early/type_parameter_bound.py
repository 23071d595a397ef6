# /// gradus
# id = "early.type-parameter-bound"
# rules = ["early.type-parameter.bound"]
# python = "==3.13.*"
# expect = "early error"
# ///
def f[*T: int](): pass
