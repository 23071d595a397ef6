# /// gradus
# id = "early.type-scope-expression"
# rules = ["early.type-scope.expression"]
# python = "==3.13.*"
# expect = "early error"
# ///
def f[T: (yield)](): pass
