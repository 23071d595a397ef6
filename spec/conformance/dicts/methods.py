# /// gradus
# id = "dicts.methods"
# rules = ["exception.str.key", "stmt.augassign", "augment.name", "run.lambda"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# The methods of dict.
d = {"a": 1}
print(d.get("a"), d.get("x"), d.get("x", 0), d.setdefault("a", 5), d.setdefault("b", []), d.pop("a"), d.pop("zz", None), d)
d.update({"c": 3}, e=5)
d.update([("f", 6), "gh"])
e = d.copy()
d.clear()
print(d, e, dict.fromkeys("ab", 0), dict.fromkeys([1]), len(e), "c" in e)
for f in (lambda: d.pop("x"), lambda: d.popitem(), lambda: d.update([1]), lambda: d.update([(1, 2, 3)])):
    try:
        f()
    except (KeyError, TypeError, ValueError) as x:
        print(type(x).__name__, x)
