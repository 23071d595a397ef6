# /// gradus
# id = "names.del-closure-variable"
# rules = ["delete.name", "stmt.delete", "name.delete", "stmt.try.handlers"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# A variable captured by a closure may be deleted; the closure then finds it unbound.
def f():
    x = 1
    def g():
        return x
    print(g())
    del x
    try:
        g()
    except NameError as e:
        print("NameError")
    x = 3
    print(g())

f()
