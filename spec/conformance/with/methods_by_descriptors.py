# /// gradus
# id = "with.methods-by-descriptors"
# rules = ["stmt.with", "stmt.with.item", "context.method", "attribute.descriptor.get"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# `__enter__` and `__exit__` are bound as any method of the class is: by the descriptors that they are.
class Noted:
    def __init__(self, name):
        self.name = name

    def __get__(self, instance, owner):
        print("get", self.name, type(instance).__name__, owner.__name__)
        return lambda *arguments: print(self.name, len(arguments))


class ByDescriptor:
    __enter__ = Noted("enter")
    __exit__ = Noted("exit")


with ByDescriptor():
    print("body")


class ByProperty:
    @property
    def __enter__(self):
        print("property")
        return lambda: "entered"

    @classmethod
    def __exit__(cls, *arguments):
        print(cls.__name__, arguments)


with ByProperty() as value:
    print(value)


class Static:
    @staticmethod
    def __enter__():
        return "static"

    @staticmethod
    def __exit__(kind, error, traceback):
        print(kind.__name__, error)
        return True


with Static() as value:
    print(value)
    raise KeyError(value)
