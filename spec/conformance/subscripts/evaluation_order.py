# /// gradus
# id = "subscripts.evaluation-order"
# rules = ["expr.slice", "bind.subscript", "container.setitem", "dict.pairs"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# The object is evaluated before the key.
def show(x):
    print("eval", x)
    return x

print(show([1, 2])[show(0)])
print(show("abcdef")[show(1):show(5):show(2)])
show({})[show("k")] = show("v")
