# /// gradus
# id = "early.scope-inner-rebinds"
# rules = ["early.scope.inner-rebinds"]
# python = "==3.13.*"
# expect = "early error"
# ///
def f():
  [x for y in z if (x := 1) for x in w]
