# /// gradus
# id = "boolean.exception-in-bool-propagates"
# rules = ["expr.boolop", "expr.ifexp", "expr.listcomp", "expr.comprehension"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# An exception in __bool__ leaves the statement that tested.
class T:
    def __bool__(self):
        raise ValueError("truth")

for f in (lambda: not T(), lambda: T() and 1, lambda: 1 if T() else 2, lambda: [x for x in [T()] if x], lambda: any([T()])):
    try:
        f()
    except ValueError as e:
        print(e)
print(type(0 or T()).__name__)
