# /// gradus
# id = "functions.bound-method-attributes-read-only"
# rules = ["method.getattr", "name.class", "name.namespace.load", "attribute.get.object"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# A bound method shows the function's attributes but takes none.
class C:
    def f(self):
        "doc"
    f.mark = 1

m = C().f
print(m.mark, m.__doc__, m.__name__, m.__qualname__)
try:
    m.mark = 2
except AttributeError as e:
    print("AttributeError")
