# /// gradus
# id = "names.unbound-free-variable"
# rules = ["name.delete", "stmt.try.handlers", "stmt.try.handler"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# Reading a free variable before the enclosing function bound it raises NameError.
def outer():
    def inner():
        return x
    try:
        inner()
    except NameError as e:
        print(type(e).__name__)
    x = 1
    print(inner())

outer()
