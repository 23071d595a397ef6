# /// gradus
# id = "modules-functools.reduce"
# rules = ["stmt.global", "stmt.def.annotation", "builtin.issubclass", "builtin.setattr"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# reduce() folds from the left.
from functools import reduce

print(reduce(lambda a, b: (a, b), [1, 2, 3]), reduce(lambda a, b: a + b, [], 5), reduce(max, [3, 9, 2]), reduce(lambda a, b: a * b, range(1, 6), 1), reduce(lambda a, b: 0, [7]))
try:
    reduce(max, [])
except TypeError as e:
    print("TypeError")
