# /// gradus
# id = "classes.metaclass-may-be-a-function"
# rules = ["expr.generatorexp.element", "expr.generatorexp", "expr.generatorexp.run", "attribute.get.object"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# metaclass= may be any callable.
def meta(name, bases, ns, **kw):
    return name, bases, sorted(k for k in ns if k[0] != "_"), kw

class C(int, metaclass=meta, x=1):
    a = 1
    b = 2

print(C)
