# /// gradus
# id = "iteration.list-growing-while-iterated"
# rules = ["operator.binary", "expr.binop", "expr.list"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# A list iterator looks at the list as it is: items appended are seen.
xs = [1, 2, 3]
for x in xs:
    if x < 3:
        xs.append(x + 10)
    print(x, end=" ")
print()
ys = [1, 2, 3, 4]
for y in ys:
    ys.remove(y)
print(ys)
