# /// gradus
# id = "early.scope-nonlocal-unbound"
# rules = ["early.scope.nonlocal-unbound"]
# python = "==3.13.*"
# expect = "early error"
# ///
def f():
  nonlocal x
