# /// gradus
# id = "modules-collections.defaultdict"
# rules = ["augment.subscript", "dict.getitem", "container.find", "container.find.hashed"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# defaultdict calls its factory for missing keys in d[k] only.
from collections import defaultdict

d = defaultdict(list)
d["a"].append(1)
d["a"].append(2)
print(d["b"], d.get("c"), "c" in d, dict(d), d)
n = defaultdict(int)
for c in "hello":
    n[c] += 1
print(dict(n), n.default_factory is int)
try:
    defaultdict(None, x=1)["y"]
except KeyError as e:
    print("KeyError", e)
try:
    defaultdict(5)
except TypeError as e:
    print(e)
