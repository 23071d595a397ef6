# /// gradus
# id = "attributes.slots-with-dict"
# rules = ["attribute.set.object", "iteration.unpack", "bind.tuple", "bind.elements"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# "__dict__" among the slots allows other attributes too; private slot names are mangled.
class C:
    __slots__ = ("x", "__dict__", "__p")

    def __init__(self):
        self.__p = 3

c = C()
c.x, c.y = 1, 2
print(c.__dict__, c.x, c._C__p)
