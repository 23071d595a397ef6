# /// gradus
# id = "attributes.delete-through-descriptor"
# rules = ["delete.attribute", "attribute.delete", "attribute.delete.object", "stmt.delete"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# `del obj.x` calls the descriptor's __delete__.
class D:
    def __get__(self, obj, cls):
        return 1

    def __delete__(self, obj):
        print("delete from", type(obj).__name__)

class C:
    x = D()

c = C()
del c.x
try:
    c.x = 3
except AttributeError as e:
    print(type(e).__name__)
print(c.x)
