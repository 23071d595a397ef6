# /// gradus
# id = "calls.default-mutation-is-shared"
# rules = ["bind.subscript", "container.setitem", "dict.pairs", "expr.dict"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# A mutable default is shared by all calls.
def f(x, seen={}):
    seen[x] = seen.get(x, 0) + 1
    return seen

f(1)
f(1)
print(f(2), f.__defaults__[0] is f(3))
