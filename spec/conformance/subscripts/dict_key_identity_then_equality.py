# /// gradus
# id = "subscripts.dict-key-identity-then-equality"
# rules = ["dict.setitem", "dict.contains", "dict.getitem", "operator.equal"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# A dict finds a key by hash, then identity or ==.
class K:
    def __init__(self, n):
        self.n = n

    def __hash__(self):
        return 1

    def __eq__(self, other):
        return self.n == other.n

d = {K(1): "one", K(2): "two"}
d[K(1)] = "uno"
print(len(d), d[K(1)], d[K(2)], K(3) in d, [k.n for k in d])
