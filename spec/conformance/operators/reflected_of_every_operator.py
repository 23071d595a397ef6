# /// gradus
# id = "operators.reflected-of-every-operator"
# rules = ["builtin.setattr", "expr.boolop", "object.setattr", "expr.joinedstr"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# Each binary operator has its own reflected method.
class R:
    pass

names = "add sub mul truediv floordiv mod pow lshift rshift and xor or matmul divmod".split()
for n in names:
    setattr(R, f"__r{n}__", lambda self, other, n=n: (n, other))
r = R()
print(1 + r, 1 - r, 1 * r, 1 / r, 1 // r, 1 % r, 1 ** r)
print(1 << r, 1 >> r, 1 & r, 1 ^ r, 1 | r, 1 @ r, divmod(1, r))
