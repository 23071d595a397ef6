# /// gradus
# id = "literals.unhashable-in-set-display"
# rules = ["tuple.hash", "set.add", "expr.set", "set.update"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# Items of a set and keys of a dict must be hashable.
for f in (lambda: {[]}, lambda: {{}: 1}, lambda: {(1, []): 2}, lambda: {set()}):
    try:
        f()
    except TypeError as e:
        print(type(e).__name__)
print({frozenset(): 1, (1, (2,)): 2})
