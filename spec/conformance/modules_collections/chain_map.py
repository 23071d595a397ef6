# /// gradus
# id = "modules-collections.chain-map"
# rules = ["delete.subscript", "container.delitem", "convert.len", "convert.len.check"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# ChainMap looks in several mappings and writes to the first.
from collections import ChainMap

a, b = {"x": 1}, {"x": 2, "y": 3}
m = ChainMap(a, b)
m["z"] = 9
print(m["x"], m["y"], a, sorted(m), len(m), "y" in m, m.get("q", 0), m.new_child({"x": 5})["x"], m.parents["x"])
del m["x"]
print(m["x"])
try:
    del m["y"]
except KeyError as e:
    print("KeyError")
