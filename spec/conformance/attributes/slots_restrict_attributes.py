# /// gradus
# id = "attributes.slots-restrict-attributes"
# rules = ["builtin.delattr", "attribute.delete", "attribute.delete.object", "builtin.hasattr"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# __slots__ gives fixed attributes and no __dict__.
class P:
    __slots__ = ("x", "y")

p = P()
p.x = 1
print(p.x, hasattr(p, "y"), hasattr(p, "__dict__"))
for f in (lambda: p.y, lambda: setattr(p, "z", 1), lambda: delattr(p, "y")):
    try:
        f()
    except AttributeError as e:
        print(type(e).__name__)
print(type(P.x).__name__, P.x.__get__(p, P))
