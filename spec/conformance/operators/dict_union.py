# /// gradus
# id = "operators.dict-union"
# rules = ["operator.sequence", "augment.name", "operator.inplace", "stmt.augassign"]
# python = ">=3.9"
# expect = "exit 0"
# ///
# | merges two dicts, the right one winning, and keeps the left one's order.
a = {"x": 1, "y": 2}
b = {"y": 20, "z": 30}
print(a | b, b | a)
a |= [("w", 0)]
print(a)
try:
    a | [("v", 1)]
except TypeError as e:
    print(e)
