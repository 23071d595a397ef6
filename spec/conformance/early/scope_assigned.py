# /// gradus
# id = "early.scope-assigned"
# rules = ["early.scope.assigned"]
# python = "==3.13.*"
# expect = "early error"
# ///
def f():
  x = 1
  nonlocal x
