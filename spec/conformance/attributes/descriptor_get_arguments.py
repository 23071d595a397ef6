# /// gradus
# id = "attributes.descriptor-get-arguments"
# rules = ["name.class", "name.namespace.load", "attribute.get.object", "stmt.pass"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# __get__ receives the instance (or None) and the owner.
class D:
    def __get__(self, obj, cls):
        return (obj is None, type(obj).__name__, cls.__name__)

class A:
    x = D()

class B(A):
    pass

print(A.x, A().x, B.x, B().x)
