# /// gradus
# id = "comparisons.sequence-equality-stops-at-first-difference"
# rules = ["expr.boolop", "stmt.while", "operator.rich", "augment.name"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# List comparison asks items for == in order, identity first, until one differs.
class V:
    def __init__(self, n):
        self.n = n

    def __eq__(self, other):
        print("eq", self.n, other.n)
        return self.n == other.n

    def __lt__(self, other):
        print("lt", self.n, other.n)
        return self.n < other.n

same = V(0)
print([same, V(1), V(2), V(3)] == [same, V(1), V(9), V(3)])
print([same, V(1), V(2)] < [same, V(1), V(5)])
print([V(1)] == [V(1), V(2)])
