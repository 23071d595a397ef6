# /// gradus
# id = "attributes.instance-dict-can-be-replaced"
# rules = ["builtin.hasattr", "attribute.get.object", "stmt.pass", "attribute.set.object"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# Assigning __dict__ replaces all attributes at once.
class C:
    pass

c = C()
c.a = 1
c.__dict__ = {"b": 2}
print(hasattr(c, "a"), c.b)
try:
    c.__dict__ = 5
except TypeError as e:
    print(type(e).__name__)
