# /// gradus
# id = "names.dunder-and-outside-names-not-mangled"
# rules = ["exception.str", "str.new", "convert.str", "name.delete"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# Names that end in two underscores are not mangled, nor names outside classes.
__g = "module"

class C:
    __x__ = 1
    def f(self):
        return self.__x__
    def g(self):
        try:
            return __g
        except NameError as e:
            return str(e)

print(C().f(), C().g(), __g)
