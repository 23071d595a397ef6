# /// gradus
# id = "assignment.error-in-later-target-keeps-earlier"
# rules = ["container.contains", "attribute.set.object", "iteration.unpack", "bind.tuple"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# When a later target fails, earlier targets stay bound.
class C:
    __slots__ = ()

a = None
try:
    a = C().x = 5
except AttributeError:
    print("AttributeError", a)
try:
    a, [].x, c = 1, 2, 3
except AttributeError:
    print(a, "c" in globals())
