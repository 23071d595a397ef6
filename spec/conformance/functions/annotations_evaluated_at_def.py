# /// gradus
# id = "functions.annotations-evaluated-at-def"
# rules = ["stmt.def.annotation"]
# python = ">=3.8,<3.14"
# expect = "exit 0"
# ///
# Annotations are evaluated when `def` is executed, after the defaults.
def show(x):
    print("eval", x)
    return x

def f(a: show("ann a") = show("default a"), *args: show("ann args"), b: show("ann b") = show("default b")) -> show("ann return"):
    pass

print(list(f.__annotations__))
