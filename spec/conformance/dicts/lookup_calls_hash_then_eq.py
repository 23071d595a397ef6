# /// gradus
# id = "dicts.lookup-calls-hash-then-eq"
# rules = ["dict.getitem", "container.find"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# A lookup calls __hash__ of the key and __eq__ when the hashes match.
class K:
    def __init__(self, n):
        self.n = n

    def __hash__(self):
        print("hash", self.n)
        return 7

    def __eq__(self, other):
        print("eq")
        return self.n == other.n

a = K(1)
d = {a: "x"}
print(d[a])
print(d[K(1)])
print(d.get(8))
