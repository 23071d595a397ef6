# /// gradus
# id = "comprehensions.closure-over-enclosing-locals"
# rules = ["expr.listcomp.element", "expr.listcomp", "expr.comprehension", "run.lambda"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# A comprehension sees the locals of the function around it.
def f(n):
    k = 10
    return [i * k + n for i in range(n)], [(lambda: k + j)() for j in range(2)]

print(f(3))
