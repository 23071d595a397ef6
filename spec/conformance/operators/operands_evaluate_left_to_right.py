# /// gradus
# id = "operators.operands-evaluate-left-to-right"
# rules = ["operator.binary", "expr.binop"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# Both operands are evaluated, left then right, before the operator is applied.
def show(x):
    print("eval", x)
    return x

print(show(1) + show(2) * show(3))
print((show(4) - show(5)) - show(6))
