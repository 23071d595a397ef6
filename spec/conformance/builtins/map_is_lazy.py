# /// gradus
# id = "builtins.map-is-lazy"
# rules = ["iterator.map", "iterator.next.composite", "iteration.pull", "list.init"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# map() calls its function only when items are asked for.
def show(x):
    print("call", x)
    return x

m = map(show, [1, 2, 3])
print("made")
print(next(m))
print(list(m), list(m))
m = map(1, [1])
try:
    next(m)
except TypeError as e:
    print(e)
