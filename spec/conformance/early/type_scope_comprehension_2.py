# /// gradus
# id = "early.type-scope-comprehension-2"
# rules = ["early.type-scope.comprehension"]
# python = "==3.13.*"
# expect = "early error"
# ///
def f[T: [(x := 1) for y in z]](): pass
