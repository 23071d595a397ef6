# /// gradus
# id = "modules-functools.partial"
# rules = ["dict.merge", "bind.starred", "iteration.unpack.star"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# partial() fixes arguments; later keywords override.
from functools import partial

def f(*args, **kw):
    return args, kw

p = partial(f, 1, 2, a=3)
print(p(), p(4, a=5, b=6), p.func is f, p.args, p.keywords, partial(p, 9)(), partial(int, base=2)("101"), list(map(partial(pow, 2), range(4))))
