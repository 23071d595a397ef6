# /// gradus
# id = "early.scope-used"
# rules = ["early.scope.used"]
# python = "==3.13.*"
# expect = "early error"
# ///
def f():
  x
  global x
