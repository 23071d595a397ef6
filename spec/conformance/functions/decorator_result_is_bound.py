# /// gradus
# id = "functions.decorator-result-is-bound"
# rules = ["stmt.pass", "stmt.try.handlers", "stmt.try.handler"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# The name is bound to whatever the decorator returns; it is not bound before.
def replace(f):
    try:
        g
    except NameError:
        print("g is not bound yet")
    return 42

@replace
def g():
    pass

print(g)

@type
class K:
    pass

print(K)
