# /// gradus
# id = "comparisons.in-evaluates-left-operand-first"
# rules = ["container.contains", "expr.compare", "expr.list"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# `in` evaluates its left operand first, though the right one is asked.
def show(x):
    print("eval", x)
    return x

print(show(1) in show([1, 2]))
print(show(1) in show([1]) in show([[1], True]))
