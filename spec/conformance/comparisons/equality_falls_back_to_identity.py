# /// gradus
# id = "comparisons.equality-falls-back-to-identity"
# rules = ["operator.rich", "iteration.unpack", "bind.tuple", "bind.elements"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# == and != fall back to identity when both sides return NotImplemented.
class T:
    def __eq__(self, other):
        print("eq")
        return NotImplemented

a, b = T(), T()
print(a == b)
print(a == a)
print(object() == object())
