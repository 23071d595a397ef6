# /// gradus
# id = "literals.dict-display-unpacking-needs-mapping"
# rules = ["dict.merge", "dict.set", "expr.dict", "exception.str"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# ** in a dict display takes any mapping with keys() and __getitem__.
class M:
    def keys(self):
        print("keys")
        return ["p", "q"]

    def __getitem__(self, k):
        print("getitem", k)
        return k * 2

print({**M(), 1: 2})
try:
    {**[(1, 2)]}
except TypeError as e:
    print(e)
