# /// gradus
# id = "augmented.every-inplace-method"
# rules = ["builtin.setattr", "expr.boolop", "object.setattr", "augment.name"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# Each augmented operator has its in-place method.
class C:
    def __init__(self):
        self.log = []

for n in "add sub mul truediv floordiv mod pow lshift rshift and xor or matmul".split():
    setattr(C, f"__i{n}__", lambda self, other, n=n: self.log.append((n, other)) or self)
c = C()
c += 1; c -= 2; c *= 3; c /= 4; c //= 5; c %= 6; c **= 7
c <<= 8; c >>= 9; c &= 10; c ^= 11; c |= 12; c @= 13
print(c.log)
