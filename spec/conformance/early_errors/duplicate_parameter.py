# /// gradus
# id = "early-errors.duplicate-parameter"
# rules = []
# python = ">=3.8"
# expect = "exit 1"
# ///
# Two parameters can't have the same name.
print("never")
def f(a, *, a):
    pass
