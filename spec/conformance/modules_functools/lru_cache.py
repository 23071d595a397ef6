# /// gradus
# id = "modules-functools.lru-cache"
# rules = ["tuple.hash", "delete.subscript", "container.delitem", "object.str"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# lru_cache() remembers results and counts hits.
from functools import lru_cache

@lru_cache(maxsize=2)
def f(x):
    print("compute", x)
    return x * 2

print(f(1), f(1), f(2), f(3), f(1), f.cache_info())
f.cache_clear()
print(f.cache_info(), f.__name__, f.__wrapped__(5))

@lru_cache(None)
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)

print(fib(80))
try:
    f([])
except TypeError as e:
    print("TypeError")
