# /// gradus
# id = "comparisons.chain-truth-of-last-not-tested"
# rules = ["operator.rich", "bind.attribute", "attribute.set", "expr.compare"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# The last comparison of a chain gives its value untested; the others are tested once.
class T:
    def __init__(self, n):
        self.n = n

    def __bool__(self):
        print("truth", self.n)
        return True

class V:
    def __init__(self, n):
        self.n = n

    def __lt__(self, other):
        return T((self.n, other.n))

r = V(1) < V(2) < V(3)
print(type(r).__name__, r.n)
