# /// gradus
# id = "names.class-body-assigned-name-reads-global"
# rules = ["name.class", "name.namespace.load", "operator.binary", "expr.binop"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# In a class body, a name that the body assigns is looked up among the globals, not in the enclosing function.
x = "global"

def f():
    x = "function"
    class C:
        print(x)
        x = x + " copied"
    return C.x

def g():
    x = "function"
    class C:
        print(x)
    return C

print(f())
g()
