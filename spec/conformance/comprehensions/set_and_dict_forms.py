# /// gradus
# id = "comprehensions.set-and-dict-forms"
# rules = ["expr.setcomp", "expr.setcomp.element", "expr.dictcomp", "expr.dictcomp.element"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# Set and dict comprehensions.
print(sorted({x % 3 for x in range(10)}), {x: x * x for x in range(4) if x % 2}, {(a, b): a + b for a in (1, 2) for b in (3,)})
print({k: v for v, k in enumerate("abc")}, len({frozenset([i]) for i in range(3)}))
