# /// gradus
# id = "names.unbound-free-variable-text"
# rules = ["exception.str", "str.new", "convert.str", "expr.unaryop.test"]
# python = ">=3.11"
# expect = "exit 0"
# ///
# The text for an unbound free variable.
def outer():
    def inner():
        return x
    try:
        inner()
    except NameError as e:
        print(e)
    x = 1

outer()
