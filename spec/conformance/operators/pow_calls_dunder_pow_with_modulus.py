# /// gradus
# id = "operators.pow-calls-dunder-pow-with-modulus"
# rules = ["expr.boolop", "expr.ifexp", "iteration.unpack", "bind.tuple"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# pow(x, y, z) calls x.__pow__(y, z).
class P:
    def __pow__(self, other, mod=None):
        return ("pow", other, mod)

    def __rpow__(self, other):
        return ("rpow", other)

print(P() ** 2)
print(pow(P(), 2))
print(pow(P(), 2, 3))
print(2 ** P())
