# /// gradus
# id = "modules-functools.wraps"
# rules = ["dict.merge", "bind.starred", "iteration.unpack.star"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# wraps() copies the name, doc and attributes.
from functools import wraps

def deco(f):
    @wraps(f)
    def wrapper(*args):
        return ("wrapped", f(*args))
    return wrapper

@deco
def g(x):
    "doc of g"
    return x

print(g(1), g.__name__, g.__doc__, g.__qualname__, g.__wrapped__(2))
