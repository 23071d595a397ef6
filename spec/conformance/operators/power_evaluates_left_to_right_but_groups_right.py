# /// gradus
# id = "operators.power-evaluates-left-to-right-but-groups-right"
# rules = ["operator.unary", "expr.unaryop", "operator.binary", "expr.binop"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# ** groups from right to left; its operands are still evaluated from left to right.
def show(x):
    print("eval", x)
    return x

print(show(2) ** show(3) ** show(2))
print(-2 ** 2, (-2) ** 2, 2 ** -1)
