# /// gradus
# id = "dicts.constructor"
# rules = ["iteration.list", "expr.boolop", "augment.name", "operator.inplace"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# dict() takes a mapping or pairs, and keywords.
class M:
    def keys(self):
        return iter("xy")

    def __getitem__(self, k):
        return k * 2

print(dict(), dict(a=1), dict([("a", 1), ("b", 2)], b=3), dict({"a": 1}, c=2), dict(M()), dict(zip("ab", (1, 2))), dict(["ab", "cd"]))
for x in (5, [1], ["abc"], [(1,)]):
    try:
        dict(x)
    except (TypeError, ValueError) as e:
        print(e)
