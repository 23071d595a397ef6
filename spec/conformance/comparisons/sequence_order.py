# /// gradus
# id = "comparisons.sequence-order"
# rules = ["stmt.while", "operator.rich", "augment.name", "operator.inplace"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# Sequences compare item by item, then by length.
print([1, 2] < [1, 3], [1, 2] < [1, 2, 0], (2,) > (1, 9, 9), [] < [0], "abc" < "abd", "Z" < "a", b"a" < b"b")
print([1, 2] == [1, 2], [1, 2] == (1, 2), (1, 2) == (1, 2), [1, 2] != [1], "" < "a")
print([1, [2, 3]] < [1, [2, 4]])
try:
    [1, "a"] < [1, 2]
except TypeError as e:
    print(e)
print([1, "a"] < [2, 2])
