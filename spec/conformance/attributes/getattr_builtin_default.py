# /// gradus
# id = "attributes.getattr-builtin-default"
# rules = ["builtin.hasattr", "name.class", "name.namespace.load", "attribute.get.object"]
# python = ">=3.11"
# expect = "exit 0"
# ///
# getattr() with a default hides AttributeError only.
class C:
    @property
    def bad(self):
        raise ValueError("kept")

c = C()
print(getattr(c, "x", 5), getattr(c, "__class__").__name__)
for f in (lambda: getattr(c, "bad", 1), lambda: hasattr(c, "bad"), lambda: getattr(c, 1)):
    try:
        f()
    except (ValueError, TypeError) as e:
        print(e)
