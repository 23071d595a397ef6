# /// gradus
# id = "augmented.target-read-before-value"
# rules = ["stmt.global", "augment.name", "operator.inplace", "stmt.augassign"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# The target's old value is read before the right side is evaluated.
x = 1

def change():
    global x
    x = 100
    return 1

x += change()
print(x)
xs = [1]
xs += [xs.append(5)]
print(xs)
