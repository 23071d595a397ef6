# /// gradus
# id = "literals.list-and-set-displays"
# rules = ["set.add", "expr.set", "set.update", "expr.elements"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# Displays evaluate from left to right; stars unpack in place.
def show(x):
    print("eval", x)
    return x

print([show(1), *show([2, 3]), show(4)])
print(sorted({show(3), *show((1, 2)), show(1)}))
