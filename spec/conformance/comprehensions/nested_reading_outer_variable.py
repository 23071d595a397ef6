# /// gradus
# id = "comprehensions.nested-reading-outer-variable"
# rules = ["expr.dictcomp", "expr.dictcomp.element", "expr.listcomp.element", "expr.listcomp"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# An inner comprehension sees the variables of the outer one.
m = [[1, 2, 3], [4, 5, 6]]
print([[row[i] for row in m] for i in range(3)], [x for row in m for x in row if x % 2])
print({i: [j * i for j in range(i)] for i in range(3)})
