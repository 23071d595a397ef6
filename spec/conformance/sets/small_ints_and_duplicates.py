# /// gradus
# id = "sets.small-ints-and-duplicates"
# rules = ["expr.set", "set.update"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# Duplicates collapse by equality.
print(len({1, 1.0, True}), len(set("mississippi")), sorted(set([3, 1, 3, 2])), set() == frozenset(), {1} != {2}, len({(), frozenset(), ""}))
