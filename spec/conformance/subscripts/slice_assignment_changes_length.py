# /// gradus
# id = "subscripts.slice-assignment-changes-length"
# rules = ["builtin.iter", "expr.slice", "bind.subscript", "container.setitem"]
# python = ">=3.13"
# expect = "exit 0"
# ///
# Assigning to a simple slice may grow or shrink a list.
xs = [0, 1, 2, 3]
xs[1:3] = "abc"
print(xs)
xs[:0] = [9]
xs[len(xs):] = [8]
print(xs)
xs[2:-1] = []
print(xs)
xs[2:1] = ["in"]
print(xs)
xs[:] = xs
print(xs)
try:
    xs[0:1] = 5
except TypeError as e:
    print(e)
