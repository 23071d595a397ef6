# /// gradus
# id = "early.type-parameter-nonlocal"
# rules = ["early.type-parameter.nonlocal"]
# python = "==3.13.*"
# expect = "early error"
# ///
def f[T]():
  nonlocal T
