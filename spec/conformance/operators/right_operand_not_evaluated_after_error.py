# /// gradus
# id = "operators.right-operand-not-evaluated-after-error"
# rules = ["exception.str.key", "convert.repr", "stmt.raise", "exception.raise"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# An error in the left operand keeps the right one from being evaluated.
def bad():
    raise KeyError("left")

def right():
    print("never")

try:
    bad() + right()
except KeyError as e:
    print(e)
