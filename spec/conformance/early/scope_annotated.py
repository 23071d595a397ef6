# /// gradus
# id = "early.scope-annotated"
# rules = ["early.scope.annotated"]
# python = "==3.13.*"
# expect = "early error"
# ///
def f():
  x: int
  global x
