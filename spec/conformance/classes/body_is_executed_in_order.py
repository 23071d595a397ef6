# /// gradus
# id = "classes.body-is-executed-in-order"
# rules = ["name.class", "name.namespace.load", "expr.list", "expr.test"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# A class body is code that runs once, when the class statement is executed.
print("before")

class C:
    print("in body")
    xs = []
    for i in range(3):
        xs.append(i)
    if xs:
        def f(self):
            return "conditional method"

print(C.xs, C.i, C().f())
