# /// gradus
# id = "classes.hash-and-eq"
# rules = ["dict.contains", "object.ne", "set.add", "dict.getitem"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# Objects that are equal must have equal hashes; dicts and sets trust this.
class P:
    def __init__(self, x, y):
        self.x, self.y = x, y

    def __eq__(self, other):
        return isinstance(other, P) and (self.x, self.y) == (other.x, other.y)

    def __hash__(self):
        return hash((self.x, self.y))

d = {P(1, 2): "a"}
print(d[P(1, 2)], P(2, 1) in d, len({P(1, 1), P(1, 1), P(1, 2)}), P(1, 2) != P(1, 2))
