# /// gradus
# id = "comprehensions.first-iterable-in-outer-scope"
# rules = ["expr.listcomp.element", "expr.listcomp", "expr.comprehension", "expr.comprehension.for"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# The first iterable is evaluated in the scope around the comprehension, before the variable exists.
x = [1, 2, 3]
print([x for x in x if x > 1], x)

def f():
    try:
        return [y for y in y]
    except NameError as e:
        return type(e).__name__

print(f())
