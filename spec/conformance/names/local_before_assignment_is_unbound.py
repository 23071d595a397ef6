# /// gradus
# id = "names.local-before-assignment-is-unbound"
# rules = []
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
