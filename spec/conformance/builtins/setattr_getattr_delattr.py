# /// gradus
# id = "builtins.setattr-getattr-delattr"
# rules = ["builtin.delattr", "attribute.delete", "attribute.delete.object", "builtin.hasattr"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# Attribute access by computed name.
class C:
    pass

c = C()
setattr(c, "x y", 1)
setattr(c, "a", 2)
print(getattr(c, "x y"), hasattr(c, "a"), vars(c), delattr(c, "a"), hasattr(c, "a"))
for f in (lambda: getattr(c, "zz"), lambda: delattr(c, "zz")):
    try:
        f()
    except AttributeError as e:
        print(type(e).__name__)
