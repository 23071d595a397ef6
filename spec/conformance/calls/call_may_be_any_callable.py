# /// gradus
# id = "calls.call-may-be-any-callable"
# rules = ["name.class", "name.namespace.load"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# __call__ may itself be an object with __call__, or a descriptor.
class Inner:
    def __call__(self, *args):
        return "inner", args

class C:
    __call__ = Inner()

class D:
    @staticmethod
    def __call__(*args):
        return args

class E:
    @classmethod
    def __call__(cls, x):
        return cls.__name__, x

print(C()(1), D()(2), E()(3))
