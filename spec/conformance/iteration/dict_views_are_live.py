# /// gradus
# id = "iteration.dict-views-are-live"
# rules = ["bind.subscript", "stmt.delete", "delete.subscript", "container.setitem"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# Iterating goes in insertion order; views follow the dict.
d = {"b": 1, "a": 2}
ks, vs, items = d.keys(), d.values(), d.items()
d["c"] = 3
del d["b"]
d["b"] = 4
print(list(ks), list(vs), list(items), len(ks), list(reversed(ks)))
