# /// gradus
# id = "classes.slots-of-another-class"
# rules = []
# python = ">=3.8"
# expect = "exit 0"
# ///
# What a name in `__slots__` stands for serves instances of the class that declares it, wherever it is found.
class a:
    __slots__ = "i"


class e(a):
    pass


def tell(ask):
    try:
        print(repr(ask()))
    except Exception as error:
        print(type(error).__name__)


d = a.__dict__["i"]
tell(lambda: d.__delete__(0))
tell(lambda: d.__set__(0, 1))
tell(lambda: d.__get__(0))
tell(lambda: d.__get__(0, a))
tell(lambda: d.__get__(None, a) is d)
tell(lambda: d.__delete__(a()))
tell(lambda: d.__delete__(e()))
tell(lambda: d.__get__(a()))
tell(lambda: d.__get__(a))
o = e()
tell(lambda: d.__set__(o, 5))
tell(lambda: d.__get__(o, 7))
print(o.i)
tell(lambda: d.__delete__(o))


class b:
    i = d
    j = a.__dict__["i"]


def setter():
    b().i = 3


tell(setter)
tell(lambda: b().i)


def deleter():
    del b().j


tell(deleter)
