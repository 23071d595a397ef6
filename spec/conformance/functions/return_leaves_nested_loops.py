# /// gradus
# id = "functions.return-leaves-nested-loops"
# rules = ["iteration.unpack", "bind.tuple", "bind.elements", "expr.list"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# `return` leaves all loops at once.
def find(rows, x):
    for i, row in enumerate(rows):
        for j, v in enumerate(row):
            if v == x:
                return i, j
    return None

print(find([[1, 2], [3, 4]], 3), find([], 1))
