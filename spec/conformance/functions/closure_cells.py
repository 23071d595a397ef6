# /// gradus
# id = "functions.closure-cells"
# rules = ["expr.listcomp.element", "expr.listcomp", "attribute.set.object", "expr.comprehension"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# __closure__ holds a cell for each free variable, in the order of co_freevars.
def outer(a, b):
    def inner():
        return b, a
    return inner

f = outer(1, 2)
print(f.__code__.co_freevars, [c.cell_contents for c in f.__closure__])
f.__closure__[0].cell_contents = 10
print(f())
