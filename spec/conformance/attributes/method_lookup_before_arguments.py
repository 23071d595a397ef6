# /// gradus
# id = "attributes.method-lookup-before-arguments"
# rules = ["object.getattribute", "attribute.get.object"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# In a method call the method is looked up before the arguments are evaluated.
class C:
    def __getattribute__(self, name):
        print("lookup", name)
        return object.__getattribute__(self, name)

    def f(self, x):
        print("call", x)

def arg():
    print("arg")
    return 1

C().f(arg())
