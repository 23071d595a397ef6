# /// gradus
# id = "attributes.getattr-is-the-last-resort"
# rules = ["builtin.hasattr", "attribute.get.object", "stmt.raise", "exception.raise"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# __getattr__ is called only when normal lookup fails.
class C:
    x = 1

    def __getattr__(self, name):
        print("getattr", name)
        if name == "bad":
            raise AttributeError(name)
        return name.upper()

c = C()
print(c.x, c.y)
print(hasattr(c, "bad"), getattr(c, "bad", "default"))
