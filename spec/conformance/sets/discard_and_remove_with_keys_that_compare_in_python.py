# /// gradus
# id = "sets.discard-and-remove-with-keys-that-compare-in-python"
# rules = ["set.discard", "set.remove", "operator.rich", "operator.equal"]
# python = ">=3.10"
# expect = "exit 0"
# ///
# discard and remove ask __eq__ of items with the same hash.
class K:
    def __init__(self, n): self.n = n
    def __hash__(self): return 1
    def __eq__(self, other): return self.n == other.n
s = {K(1), K(2), K(3)}
s.discard(K(2))
s.discard(K(9))
s.remove(K(1))
print(len(s), K(3) in s)
try:
    s.remove(K(1))
except KeyError as e:
    print("KeyError", e.args[0].n)
