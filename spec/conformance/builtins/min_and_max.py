# /// gradus
# id = "builtins.min-and-max"
# rules = ["expr.ifexp.test", "operator.rich", "expr.joinedstr", "expr.formattedvalue"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# min() and max() take items or one iterable, a key and a default; the first of equal items wins.
print(min(3, 1, 2), max([3, 1, 2]), min("hello"), max("a", "bb", key=len), min([], default=None), max({1: 5, 2: 0}), max([(1, "a"), (1, "b")], key=lambda t: t[0]), min(1, 1.0), max(1, True))
for f in (lambda: min([]), lambda: max(), lambda: min(1), lambda: min(1, "a"), lambda: max(1, 2, default=0)):
    try:
        f()
    except (TypeError, ValueError) as e:
        print(type(e).__name__)
