# /// gradus
# id = "lists.list-seen-during-sort-is-empty"
# rules = ["expr.boolop", "expr.listcomp.element", "expr.ifexp", "expr.listcomp"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# While a list sorts itself it looks empty, and changing it is an error.
xs = [3, 1, 2]

def key(x):
    print(len(xs))
    return x

xs.sort(key=key)
print(xs)
try:
    xs.sort(key=lambda x: xs.append(1) or x)
except ValueError as e:
    print(e)
