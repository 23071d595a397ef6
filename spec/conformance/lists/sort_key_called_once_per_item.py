# /// gradus
# id = "lists.sort-key-called-once-per-item"
# rules = ["iteration.list", "iteration.extend", "expr.listcomp.element", "expr.listcomp"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# The key function is called once for each item, in order.
def key(x):
    print("key", x)
    return -x

print(sorted([1, 3, 2], key=key))
xs = [2, 1]
try:
    xs.sort(key=lambda x: 1 / 0)
except ZeroDivisionError:
    print(xs)
try:
    sorted([1], lambda x: x)
except TypeError as e:
    print("TypeError")
