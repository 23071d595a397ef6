# /// gradus
# id = "comprehensions.exception-leaves-whole"
# rules = ["expr.listcomp.element", "expr.listcomp", "expr.comprehension", "expr.comprehension.for"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# An exception in a comprehension leaves it; nothing is bound.
xs = "old"
try:
    xs = [1 // x for x in (1, 0)]
except ZeroDivisionError:
    print(xs)
