# /// gradus
# id = "early.type-parameter-duplicate"
# rules = ["early.type-parameter.duplicate"]
# python = "==3.13.*"
# expect = "early error"
# ///
def f[T, T](): pass
