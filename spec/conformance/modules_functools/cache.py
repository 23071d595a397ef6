# /// gradus
# id = "modules-functools.cache"
# rules = ["dict.get", "dict.setitem", "dict.contains", "container.find"]
# python = ">=3.9"
# expect = "exit 0"
# ///
# Since 3.9 cache() is lru_cache(maxsize=None).
from functools import cache

@cache
def f(a, b=1):
    print("compute", a, b)
    return a + b

print(f(1), f(1), f(1, b=1), f(a=1), f.cache_info())
