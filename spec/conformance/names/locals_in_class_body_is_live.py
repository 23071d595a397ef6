# /// gradus
# id = "names.locals-in-class-body-is-live"
# rules = ["name.class", "name.namespace.load", "bind.subscript", "container.setitem"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# In a class body locals() is the namespace that is being filled.
class C:
    a = 1
    locals()["b"] = 2
    print(b)

print(C.b)
