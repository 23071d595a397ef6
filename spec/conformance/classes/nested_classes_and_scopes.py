# /// gradus
# id = "classes.nested-classes-and-scopes"
# rules = ["expr.joinedstr", "expr.formattedvalue", "convert.format"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# A class may be nested in functions and classes; self refers to the inner one.
def factory(greeting):
    class Outer:
        class Inner:
            def hello(self):
                return f"{greeting} from {type(self).__qualname__}"

        def inner(self):
            return self.Inner()

    return Outer

print(factory("hi")().inner().hello())
