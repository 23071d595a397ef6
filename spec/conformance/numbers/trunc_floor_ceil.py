# /// gradus
# id = "numbers.trunc-floor-ceil"
# rules = ["stmt.import", "import.module", "operator.unary", "expr.unaryop"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# math.floor, ceil and trunc use the methods of the type.
import math

class N:
    def __floor__(self):
        return "floor"

    def __ceil__(self):
        return "ceil"

    def __trunc__(self):
        return "trunc"

print(math.floor(N()), math.ceil(N()), math.trunc(N()))
print(math.floor(-2.5), math.ceil(-2.5), math.trunc(-2.5), math.floor(5), math.floor(1e20), math.ceil(2.0))
