# /// gradus
# id = "early-errors.debug-as-parameter"
# rules = []
# python = ">=3.8"
# expect = "exit 1"
# ///
# __debug__ can't be a parameter.
print("never")
def f(__debug__):
    pass
