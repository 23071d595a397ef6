# /// gradus
# id = "comprehensions.nested-clauses"
# rules = ["expr.listcomp.element", "expr.listcomp", "expr.comprehension", "expr.comprehension.for"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# Later `for` clauses are evaluated again for each item of the earlier ones.
def items(n):
    print("items", n)
    return range(n)

print([(i, j) for i in items(3) for j in items(i) if j != 1])
print([[j for j in range(i)] for i in range(3)])
