# /// gradus
# id = "modules-functools.total-ordering"
# rules = ["object.ne", "stmt.break", "stmt.global", "stmt.def.annotation"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# total_ordering derives the other comparisons from one.
from functools import total_ordering

@total_ordering
class V:
    def __init__(self, n):
        self.n = n

    def __eq__(self, other):
        return self.n == other.n

    def __lt__(self, other):
        return self.n < other.n

a, b = V(1), V(2)
print(a < b, a <= b, a > b, a >= b, a <= V(1), a >= V(1), a != b)
