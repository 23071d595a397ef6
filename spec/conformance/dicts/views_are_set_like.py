# /// gradus
# id = "dicts.views-are-set-like"
# rules = ["object.str", "expr.set", "expr.elements", "set.update"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# keys() and items() support set operations.
a, b = {1: "x", 2: "y"}, {2: "y", 3: "z"}
print(a.keys() & b.keys(), sorted(a.keys() | b.keys()), a.keys() - b.keys(), sorted(a.keys() ^ [1, 9]), a.items() & b.items(), a.keys() == {1, 2}, 1 in a.keys(), (1, "x") in a.items(), "x" in a.values(), a.keys().isdisjoint([7]))
print(a.keys(), a.values(), a.items(), len(a.items()))
