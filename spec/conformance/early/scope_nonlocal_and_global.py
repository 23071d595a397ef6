# /// gradus
# id = "early.scope-nonlocal-and-global"
# rules = ["early.scope.nonlocal-and-global"]
# python = "==3.13.*"
# expect = "early error"
# ///
def f():
  global x
  nonlocal x
