# /// gradus
# id = "names.globals-is-the-module-namespace"
# rules = ["augment.name", "container.contains", "bind.subscript", "operator.inplace"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# globals() is the module's namespace: writing to it binds names.
globals()["made"] = 5
print(made, globals() is globals(), "made" in globals())

def f():
    return globals()["made"]

made += 1
print(f(), __name__)
