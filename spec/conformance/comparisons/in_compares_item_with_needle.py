# /// gradus
# id = "comparisons.in-compares-item-with-needle"
# rules = ["operator.rich", "container.contains", "expr.boolop.test", "attribute.get.object"]
# python = ">=3.9"
# expect = "exit 0"
# ///
# While searching a list, the needle's == is asked only when the item's answer is NotImplemented.
class V:
    def __init__(self, n):
        self.n = n

    def __eq__(self, other):
        print("eq", self.n, getattr(other, "n", other))
        return NotImplemented

a = V("a")
print(a in [V("b"), a, V("c")])
print(V("x") in [1])
