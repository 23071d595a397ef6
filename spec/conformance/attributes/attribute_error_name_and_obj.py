# /// gradus
# id = "attributes.attribute-error-name-and-obj"
# rules = ["attribute.get.object", "stmt.pass", "expr.compare", "name.delete"]
# python = ">=3.10"
# expect = "exit 0"
# ///
# AttributeError carries the name and the object since 3.10.
class C:
    pass

c = C()
try:
    c.missing
except AttributeError as e:
    print(e.name, e.obj is c)
