# /// gradus
# id = "comprehensions.evaluation-order"
# rules = ["expr.listcomp.element", "expr.listcomp", "expr.comprehension", "expr.comprehension.for"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# A comprehension runs its clauses from left to right and then the element.
def show(x):
    print("eval", x)
    return x

print([show(x * 10) for x in show([1, 2]) if show(x > 1)])
