# /// gradus
# id = "fstrings.reads-locals-and-closures"
# rules = ["name.class", "name.namespace.load", "expr.joinedstr", "expr.formattedvalue"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# Fields see the names of the scope around the f-string.
def f():
    x = 1
    def g():
        return f"{x} {y}"
    y = 2
    return g()

class C:
    a = 5
    b = f"{a + 1}"

print(f(), C.b)
