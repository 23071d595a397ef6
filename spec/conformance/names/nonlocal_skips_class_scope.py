# /// gradus
# id = "names.nonlocal-skips-class-scope"
# rules = ["stmt.nonlocal"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# Neither closures nor `nonlocal` see the names of a class body.
def f():
    x = "function"
    class C:
        x = "class"
        def method(self):
            return x
        def change(self):
            nonlocal x
            x = "changed"
    c = C()
    print(c.method(), C.x)
    c.change()
    print(x, C.x)

f()
