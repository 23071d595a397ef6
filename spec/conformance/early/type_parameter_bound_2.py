# /// gradus
# id = "early.type-parameter-bound-2"
# rules = ["early.type-parameter.bound"]
# python = "==3.13.*"
# expect = "early error"
# ///
def f[**T: (int, str)](): pass
