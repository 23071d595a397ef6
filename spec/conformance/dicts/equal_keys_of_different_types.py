# /// gradus
# id = "dicts.equal-keys-of-different-types"
# rules = ["expr.set", "set.update"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# 1, 1.0 and True are one key; the first one stored stays.
d = {1: "a"}
d[1.0] = "b"
d[True] = "c"
print(d, d[1], len({0, 0.0, False, 0j}), {True: 1, 1: 2})
