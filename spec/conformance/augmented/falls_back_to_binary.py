# /// gradus
# id = "augmented.falls-back-to-binary"
# rules = ["operator.binary.methods", "operator.inplace.binary", "augment.name", "operator.inplace"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# Without an in-place method, or when it returns NotImplemented, the binary operator is used.
class A:
    def __add__(self, other):
        return ("add", other)

class B(A):
    def __iadd__(self, other):
        print("iadd")
        return NotImplemented

class R:
    def __radd__(self, other):
        return "radd"

a, b, c = A(), B(), object()
a += 1
b += 2
c += R()
print(a, b, c)
