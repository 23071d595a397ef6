# /// gradus
# id = "comparisons.is-compares-identity"
# rules = ["operator.rich", "iteration.unpack", "bind.tuple", "bind.elements"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# `is` asks nobody: it compares identity.
class E:
    def __eq__(self, other):
        return True

a, b = E(), E()
print(a == b, a is b, a is a, a is not b, not a is a)
x = y = []
print(x is y, x is None, None is None, x is not [], True is (1 == 1))
