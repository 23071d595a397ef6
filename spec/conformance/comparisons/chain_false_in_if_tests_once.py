# /// gradus
# id = "comparisons.chain-false-in-if-tests-once"
# rules = ["operator.rich", "expr.unaryop.test"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# A false link in the middle of an `if` chain is tested once.
class F:
    def __bool__(self):
        print("truth")
        return False

class V:
    def __lt__(self, other):
        return F()

if V() < V() < V():
    print("never")
if not (V() < V() < V()):
    print("not taken")
