# /// gradus
# id = "subscripts.missing-hook-of-dict-subclasses"
# rules = ["dict.getitem", "container.find", "container.find.hashed", "convert.hash"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# d[key] of a dict subclass calls __missing__; get() and `in` don't.
class D(dict):
    def __missing__(self, key):
        print("missing", key)
        return key * 2

d = D(a=1)
print(d["a"], d["b"], d.get("b"), "b" in d)
