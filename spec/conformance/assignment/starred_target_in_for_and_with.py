# /// gradus
# id = "assignment.starred-target-in-for-and-with"
# rules = ["bind.list", "expr.dictcomp", "expr.dictcomp.element", "bind.starred"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# Stars and nesting work in the targets of `for` and in comprehensions.
for a, *b in [(1, 2, 3), "xyz", [9]]:
    print(a, b)
print([(x, rest) for x, *rest in [(1, 2), (3,)]], {k: v for (k, [v]) in [("a", [1])]})
for d in [{}]:
    for d["k"] in range(3):
        pass
    print(d)
