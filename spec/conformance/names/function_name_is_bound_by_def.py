# /// gradus
# id = "names.function-name-is-bound-by-def"
# rules = ["exception.str", "str.new", "convert.str", "expr.unaryop.test"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# `def` binds its name when it is executed; a later `def` rebinds it.
def f():
    return 1

g = f

def f():
    return 2

print(f(), g())
if False:
    def h():
        pass
try:
    h
except NameError as e:
    print(e)
