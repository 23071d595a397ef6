# /// gradus
# id = "functions.defaults-can-be-replaced"
# rules = ["attribute.set.object", "dict.set", "dict.pairs", "expr.dict"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# Assigning __defaults__ and __kwdefaults__ changes later calls.
def f(a, b=1, *, c=2):
    return a, b, c

print(f(0))
f.__defaults__ = (10, 20)
f.__kwdefaults__ = {"c": 30}
print(f(), f(1))
f.__defaults__ = None
try:
    f()
except TypeError as e:
    print(e)
