# /// gradus
# id = "lists.sort-uses-only-less-than"
# rules = ["expr.ifexp.test", "stmt.break", "expr.elements", "iteration.star"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# Sorting needs only __lt__.
class V:
    def __init__(self, n):
        self.n = n

    def __lt__(self, other):
        return self.n < other.n

print([v.n for v in sorted([V(3), V(1), V(2)])], min(V(2), V(1)).n)
for xs in ([1, "a"], [None, None], [1j, 2j]):
    try:
        sorted(xs)
    except TypeError as e:
        print(e)
