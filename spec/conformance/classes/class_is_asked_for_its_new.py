# /// gradus
# id = "classes.class-is-asked-for-its-new"
# rules = ["call.class", "attribute.get", "attribute.get.by"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# Calling a class asks the class for `__new__` as for any attribute, unless it is that of a built-in class.


class Telling(type):
    def __getattribute__(cls, name):
        if name == "__new__":
            print("asked for", name)
        return type.__getattribute__(cls, name)


class Own(metaclass=Telling):
    def __new__(cls, *arguments):
        print("made", arguments)
        return object.__new__(cls)


class Inherited(Own):
    pass


class Plain(metaclass=Telling):
    pass


class Number(int, metaclass=Telling):
    pass


class Borrowed(metaclass=Telling):
    __new__ = object.__new__


for kind in (Own, Inherited, Plain, Number, Borrowed):
    print(type(kind()) is kind)


class Other(type):
    def __getattribute__(cls, name):
        if name == "__new__":
            return lambda kind, *arguments: (kind is Replaced, arguments)
        return type.__getattribute__(cls, name)


class Replaced(metaclass=Other):
    def __new__(cls):
        print("never")


print(Replaced(1, 2))


class Raising(type):
    def __getattribute__(cls, name):
        if name == "__new__":
            raise KeyError(name)
        return type.__getattribute__(cls, name)


class Refused(metaclass=Raising):
    def __new__(cls):
        print("never")


try:
    Refused()
except KeyError as error:
    print("no", error)


class Handed:
    def __get__(self, instance, owner):
        print("got from", instance, owner.__name__)
        return lambda kind: "made by a function"


class Described:
    __new__ = Handed()


print(Described())
