# /// gradus
# id = "operators.exception-in-method-stops-dispatch"
# rules = ["stmt.raise", "exception.raise", "exception.str", "operator.binary"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# An exception from the left method is not hidden by asking the right operand.
class L:
    def __add__(self, other):
        raise ValueError("left")

class R:
    def __radd__(self, other):
        print("never")

try:
    L() + R()
except ValueError as e:
    print(e)
