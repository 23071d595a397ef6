# /// gradus
# id = "early-errors.annotated-global"
# rules = []
# python = ">=3.8"
# expect = "exit 1"
# ///
# An annotated name can't be global.
print("never")
def f():
    global x
    x: int = 1
