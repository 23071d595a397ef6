# /// gradus
# id = "names.local-before-assignment-is-unbound"
# rules = ["exception.str", "str.new", "convert.str", "expr.unaryop.test"]
# python = ">=3.11"
# expect = "exit 0"
# ///
# A name assigned anywhere in a function is local everywhere in it.
x = "global"

def f():
    try:
        print(x)
    except UnboundLocalError as e:
        print(e)
    x = "local"
    print(x)

f()
print(x)
