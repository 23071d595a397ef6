# /// gradus
# id = "dicts.order-of-insertion"
# rules = ["stmt.delete", "delete.subscript", "container.delitem"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# A dict keeps the order in which keys were first inserted.
d = {}
for k in "banana":
    d[k] = d.get(k, 0) + 1
print(d, list(d))
d["b"] = 9
del d["a"]
d["a"] = 0
print(d, list(reversed(d)), d.popitem(), d)
