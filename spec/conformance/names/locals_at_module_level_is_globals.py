# /// gradus
# id = "names.locals-at-module-level-is-globals"
# rules = ["expr.compare", "expr.test"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# At module level locals() is globals(); in a function it holds the bound locals.
print(locals() is globals())

def f(a, b=2):
    c = 3
    if False:
        d = 4
    return locals()

print(f(1))
