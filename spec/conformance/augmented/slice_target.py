# /// gradus
# id = "augmented.slice-target"
# rules = ["augment.subscript", "operator.binary.methods", "operator.inplace.binary", "expr.slice"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# xs[i:j] += ... reads the slice, adds and stores it back.
xs = [1, 2, 3, 4]
xs[1:3] += [9]
print(xs)
xs[:1] *= 3
print(xs)
