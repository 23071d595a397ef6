# /// gradus
# id = "attributes.instance-before-class"
# rules = ["delete.attribute", "attribute.delete", "attribute.delete.object", "stmt.delete"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# An instance attribute hides a plain class attribute of the same name.
class C:
    x = "class"

c = C()
print(c.x)
c.x = "instance"
print(c.x, C.x)
del c.x
print(c.x)
try:
    del c.x
except AttributeError:
    print("AttributeError")
