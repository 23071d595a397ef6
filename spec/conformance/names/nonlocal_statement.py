# /// gradus
# id = "names.nonlocal-statement"
# rules = ["stmt.nonlocal", "augment.name", "operator.inplace", "stmt.augassign"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# `nonlocal` rebinds the variable of the nearest enclosing function that has it.
def outer():
    x = 0
    def middle():
        def inner():
            nonlocal x
            x += 1
            return x
        return inner
    f = middle()
    print(f(), f(), x)

outer()
