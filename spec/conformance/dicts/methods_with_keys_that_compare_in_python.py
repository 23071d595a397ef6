# /// gradus
# id = "dicts.methods-with-keys-that-compare-in-python"
# rules = ["dict.delitem", "dict.setdefault", "dict.pop", "stmt.delete"]
# python = ">=3.10"
# expect = "exit 0"
# ///
# pop, setdefault and del ask __eq__ of keys with the same hash.
class K:
    def __init__(self, n): self.n = n
    def __hash__(self): return self.n % 2
    def __eq__(self, other):
        print("eq", self.n, other.n)
        return self.n == other.n
d = {K(1): "one", K(3): "three"}
print(d.pop(K(3)))
print(d.setdefault(K(1), "new"), d.setdefault(K(5), "five"))
del d[K(5)]
print(len(d), d.pop(K(7), "default"))
