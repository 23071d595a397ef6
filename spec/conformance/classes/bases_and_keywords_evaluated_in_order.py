# /// gradus
# id = "classes.bases-and-keywords-evaluated-in-order"
# rules = ["name.class", "name.namespace.load", "attribute.get.object", "stmt.pass"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# Decorators, bases and keywords are evaluated in the order of the source, then the body runs.
def show(x):
    print("eval", getattr(x, "__name__", x))
    return x

class A:
    pass

class B:
    def __init_subclass__(cls, **kw):
        print("init_subclass", cls.__name__, kw)

@show
class C(show(A), show(B), key=show(5)):
    print("body")
