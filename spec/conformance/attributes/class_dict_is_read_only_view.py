# /// gradus
# id = "attributes.class-dict-is-read-only-view"
# rules = ["object.setattr", "bind.subscript", "container.setitem", "attribute.set.object"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# The __dict__ of a class is a read-only view.
class C:
    x = 1

print(type(C.__dict__).__name__, C.__dict__["x"])
try:
    C.__dict__["x"] = 2
except TypeError as e:
    print(e)
C.x = 3
print(C.__dict__["x"])
