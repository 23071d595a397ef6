# /// gradus
# id = "early.syntax-invalid-4"
# rules = ["early.syntax.invalid"]
# python = "==3.13.*"
# expect = "early error"
# ///
def f(x: *a): pass
