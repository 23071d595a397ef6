# /// gradus
# id = "lists.multiplication-shares-items"
# rules = ["bind.subscript", "container.setitem", "expr.listcomp.element", "expr.listcomp"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# [x] * n repeats references.
row = [[0] * 2] * 2
row[0][0] = 1
print(row, [[0] * 2 for _ in range(2)], [None] * 3, [[]] * 0)
