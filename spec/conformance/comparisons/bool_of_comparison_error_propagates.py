# /// gradus
# id = "comparisons.bool-of-comparison-error-propagates"
# rules = ["operator.rich", "stmt.raise", "exception.raise", "expr.compare"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# An error while a chain's link is tested ends the whole chain.
class T:
    def __bool__(self):
        raise ValueError("no truth")

class V:
    def __lt__(self, other):
        return T()

print(type(V() < V()).__name__)
try:
    V() < V() < V()
except ValueError as e:
    print(e)
