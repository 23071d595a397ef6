# /// gradus
# id = "operators.unsupported-inplace-message"
# rules = ["operator.binary.methods", "operator.inplace.binary", "augment.name", "operator.inplace"]
# python = ">=3.10"
# expect = "exit 0"
# ///
# An augmented assignment that nobody supports names the augmented operator.
class X:
    pass

x = X()
try:
    x += 1
except TypeError as e:
    print(e)
try:
    x **= 1
except TypeError as e:
    print(e)
try:
    x @= 1
except TypeError as e:
    print(e)
try:
    x >>= "a"
except TypeError as e:
    print(e)
