# /// gradus
# id = "subscripts.slice-assignment-from-itself"
# rules = ["expr.slice", "bind.subscript", "container.setitem", "operator.unary"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# The right side is copied before the list changes.
xs = [1, 2, 3]
xs[1:1] = xs
print(xs)
xs[::-1] = xs
print(xs)
