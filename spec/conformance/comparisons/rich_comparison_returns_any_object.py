# /// gradus
# id = "comparisons.rich-comparison-returns-any-object"
# rules = ["operator.rich", "expr.compare", "expr.list"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# A comparison may return any object.
class V:
    def __eq__(self, other):
        return "eq"

    def __lt__(self, other):
        return [1]

    def __ge__(self, other):
        return None

v = V()
print(v == 1, v < 1, v >= 1, 1 == v, 1 > v)
