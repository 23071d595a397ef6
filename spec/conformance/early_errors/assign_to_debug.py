# /// gradus
# id = "early-errors.assign-to-debug"
# rules = []
# python = ">=3.8"
# expect = "exit 1"
# ///
# __debug__ can't be assigned.
print("never")
__debug__ = 1
