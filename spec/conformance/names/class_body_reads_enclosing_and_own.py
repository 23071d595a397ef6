# /// gradus
# id = "names.class-body-reads-enclosing-and-own"
# rules = ["name.class", "name.namespace.load"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# A class body reads its own names first, then the enclosing function's or the globals.
x = "global"

def f():
    x = "function"
    class C:
        y = x
        x = "class"
        z = x
    return C.y, C.x, C.z

print(f())

class D:
    y = x
    x = "class"

print(D.y, D.x)
