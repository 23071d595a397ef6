# /// gradus
# id = "functions.decorators-apply-bottom-up"
# rules = ["name.class", "name.namespace.load"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# Decorator expressions are evaluated from top to bottom and applied from bottom to top.
def deco(name):
    print("make", name)
    def apply(f):
        print("apply", name)
        return f
    return apply

@deco("a")
@deco("b")
def f(x=print("default")):
    return 1

@deco("c")
class C:
    print("class body")

print(f(), C.__name__)
