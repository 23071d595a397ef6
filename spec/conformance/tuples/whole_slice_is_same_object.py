# /// gradus
# id = "tuples.whole-slice-is-same-object"
# rules = ["expr.slice", "expr.compare", "expr.subscript", "container.getitem"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# tuple(t) and t[:] give the tuple itself.
t = (1, 2)
print(tuple(t) is t, t[:] is t, tuple(list(t)) == t)
