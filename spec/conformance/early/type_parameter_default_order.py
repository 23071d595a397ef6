# /// gradus
# id = "early.type-parameter-default-order"
# rules = ["early.type-parameter.default-order"]
# python = "==3.13.*"
# expect = "early error"
# ///
def f[T = int, U](): pass
