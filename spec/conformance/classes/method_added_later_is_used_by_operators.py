# /// gradus
# id = "classes.method-added-later-is-used-by-operators"
# rules = ["object.delattr", "delete.attribute", "attribute.delete", "attribute.delete.object"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# Special methods added to a class later are used at once, and gone when deleted.
class C:
    pass

c = C()
try:
    len(c)
except TypeError as e:
    print(e)
C.__len__ = lambda self: 7
C.__add__ = lambda self, o: "added"
print(len(c), c + 1, bool(c))
del C.__len__
C.__bool__ = lambda self: False
try:
    len(c)
except TypeError as e:
    print(e)
print(bool(c))
