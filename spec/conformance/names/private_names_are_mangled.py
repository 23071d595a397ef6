# /// gradus
# id = "names.private-names-are-mangled"
# rules = ["attribute.get.object", "bind.attribute", "attribute.set", "exception.str"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# __name inside a class body means _Class__name, in every kind of use.
class _Box:
    __secret = 1

    def __init__(self, __p=5):
        self.__x = __p
        __local = self.__x
        self.names = sorted(locals())

    def __f(self):
        return self.__secret

    def call(self):
        return self.__f()

b = _Box()
print(sorted(vars(b)), b.names, b.call(), b._Box__secret)
try:
    b.__secret
except AttributeError as e:
    print(e)
