# /// gradus
# id = "subscripts.extended-slice-assignment"
# rules = ["delete.subscript", "container.delitem", "stmt.delete", "expr.slice"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# Assigning to an extended slice needs the same number of items.
xs = list(range(6))
xs[::2] = "abc"
print(xs)
xs[::-1] = range(6)
print(xs)
try:
    xs[::2] = [1]
except ValueError as e:
    print(e)
del xs[::2]
print(xs)
del xs[-1:]
print(xs)
