# /// gradus
# id = "comparisons.chain-stops-at-first-false"
# rules = ["iterator.map", "iteration.pull", "operator.rich", "expr.ifexp"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# A chain stops at the first comparison that is false and gives its value.
class C:
    def __init__(self, name):
        self.name = name

    def __lt__(self, other):
        print(self.name, "<", other.name)
        return [] if self.name == "b" else "yes"

a, b, c, d = map(C, "abcd")
print(a < b < c < d)
print(c < d)
