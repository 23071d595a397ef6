# /// gradus
# id = "early.type-scope-comprehension"
# rules = ["early.type-scope.comprehension"]
# python = "==3.13.*"
# expect = "early error"
# ///
class A:
  [(x := 1) for y in z]
