# /// gradus
# id = "attributes.descriptors-asked-by-name"
# rules = []
# python = ">=3.8"
# expect = "exit 0"
# ///
# Descriptors of built-in kinds, asked by their methods: for an object, for a class, for neither.
def tell(what, ask):
    try:
        print(what, repr(ask()))
    except Exception as error:
        print(what, type(error).__name__)


def function(argument):
    return argument


class Slotted:
    __slots__ = ("place",)


getset = type(function).__dict__["__name__"]
method = str.__dict__["upper"]
descriptors = [
    ("function", function),
    ("property", property(function)),
    ("class method", classmethod(function)),
    ("static method", staticmethod(function)),
    ("member", Slotted.__dict__["place"]),
    ("getset", getset),
    ("method", method),
]
for name, descriptor in descriptors:
    tell(name, lambda: descriptor.__get__(None))
    tell(name, lambda: descriptor.__get__(None, None))
    tell(name, lambda: descriptor.__get__(None, int) is descriptor)
tell("function", lambda: function.__get__(4)())
tell("class method", lambda: classmethod(function).__get__(None, int)())
tell("property", lambda: property(function).__get__(5))
tell("method", lambda: method.__get__("a")())
tell("method", lambda: method.__get__(0))
tell("getset", lambda: getset.__get__(function))
tell("getset", lambda: getset.__get__(0))
tell("getset", lambda: getset.__set__(0, 1))
tell("getset", lambda: getset.__delete__(0))
