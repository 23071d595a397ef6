# /// gradus
# id = "assignment.failed-unpacking-binds-nothing"
# rules = ["stmt.pass", "iteration.unpack", "bind.tuple", "bind.elements"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# When the count is wrong no target is bound.
a = b = "old"
try:
    a, b = [1, 2, 3]
except ValueError:
    pass
print(a, b)
try:
    a, (b, c) = 1, 2
except TypeError:
    pass
print(a, b)
