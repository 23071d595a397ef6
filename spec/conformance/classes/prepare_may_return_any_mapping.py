# /// gradus
# id = "classes.prepare-may-return-any-mapping"
# rules = ["dict.getitem", "container.find", "container.find.hashed", "convert.hash"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# The class body stores its names into whatever mapping __prepare__ returned.
class Log(dict):
    def __setitem__(self, k, v):
        if not k.startswith("__"):
            print("store", k, v)
        super().__setitem__(k, v)

    def __missing__(self, k):
        if k.startswith("auto_"):
            return k
        raise KeyError(k)

class Meta(type):
    @classmethod
    def __prepare__(mcs, name, bases):
        return Log()

class C(metaclass=Meta):
    a = 1
    b = a + 1
    c = auto_name
    a = 3

print(C.a, C.b, C.c)
