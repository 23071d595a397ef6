# /// gradus
# id = "assignment.swap-through-subscripts"
# rules = ["bind.subscript", "container.setitem", "iteration.unpack", "bind.tuple"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# In a swap both right-hand values are read before either target is stored.
xs = [1, 2, 3]
xs[0], xs[1], xs[2] = xs[2], xs[0], xs[1]
print(xs)
i = 0
i, xs[i] = 1, "new"
print(i, xs)
a, b = 0, 1
for _ in range(10):
    a, b = b, a + b
print(a)
