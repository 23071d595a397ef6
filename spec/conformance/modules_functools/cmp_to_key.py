# /// gradus
# id = "modules-functools.cmp-to-key"
# rules = ["stmt.break", "stmt.global", "stmt.def.annotation", "expr.elements"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# cmp_to_key() turns a comparison function into a key.
from functools import cmp_to_key

def cmp(a, b):
    return len(a) - len(b) or (a > b) - (a < b)

print(sorted(["ccc", "a", "bb", "aa", "b"], key=cmp_to_key(cmp)), sorted([1, 3, 2], key=cmp_to_key(lambda a, b: b - a)))
