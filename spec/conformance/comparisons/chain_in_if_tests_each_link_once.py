# /// gradus
# id = "comparisons.chain-in-if-tests-each-link-once"
# rules = ["stmt.break", "stmt.while", "operator.rich", "name.class"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# `if a < b < c` tests the truth of each link once.
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
        return T(self.n)

    __le__ = __lt__

if V(1) < V(2) <= V(3):
    print("taken")
while V(4) < V(5) < V(6):
    break
print("x" if V(7) < V(8) < V(9) else "y")
