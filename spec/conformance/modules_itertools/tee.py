# /// gradus
# id = "modules-itertools.tee"
# rules = ["builtin.hasattr", "stmt.while", "list.init", "builtin.next"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# tee() makes independent iterators of one.
from itertools import tee

a, b = tee(iter([1, 2, 3]))
print(next(a), next(a), list(b), list(a), len(tee([], 3)))
