# /// gradus
# id = "early.scope-named-rebinds-2"
# rules = ["early.scope.named-rebinds"]
# python = "==3.13.*"
# expect = "early error"
# ///
def f():
  [y := 1 for z in w for y in v]
