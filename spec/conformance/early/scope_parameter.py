# /// gradus
# id = "early.scope-parameter"
# rules = ["early.scope.parameter"]
# python = "==3.13.*"
# expect = "early error"
# ///
def f(x):
  global x
