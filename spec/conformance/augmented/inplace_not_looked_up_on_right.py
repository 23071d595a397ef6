# /// gradus
# id = "augmented.inplace-not-looked-up-on-right"
# rules = ["operator.binary.methods", "operator.inplace.binary", "augment.name", "operator.inplace"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# The right operand's in-place method plays no part.
class R:
    def __iadd__(self, other):
        return "never"

    def __radd__(self, other):
        return "radd"

x = 1
x += R()
print(x)
