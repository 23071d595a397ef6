# /// gradus
# id = "literals.star-in-display-needs-iterable"
# rules = ["expr.set", "set.update", "expr.elements", "iteration.star"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# * in a display needs an iterable.
for f in (lambda: [*1], lambda: (*None,), lambda: {*2.5}):
    try:
        f()
    except TypeError as e:
        print(type(e).__name__)
print([*"ab", *range(2), *{"k": 1}])
