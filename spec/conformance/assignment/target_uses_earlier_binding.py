# /// gradus
# id = "assignment.target-uses-earlier-binding"
# rules = ["bind.subscript", "container.setitem", "iteration.unpack", "bind.tuple"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# In `i, xs[i] = 1, v` the index sees the new i.
xs = [0, 0, 0]
i = 0
i, xs[i] = 2, "x"
print(i, xs)
i = xs[i] = 1
print(i, xs)
