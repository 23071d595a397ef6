# /// gradus
# id = "names.locals-includes-free-variables"
# rules = ["iteration.unpack", "bind.tuple", "bind.elements"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# locals() includes the free variables that the function uses.
def outer():
    x, y = 1, 2
    def inner(z):
        x
        return sorted(locals().items())
    return inner(3)

print(outer())
