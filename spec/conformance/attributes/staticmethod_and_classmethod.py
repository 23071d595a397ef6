# /// gradus
# id = "attributes.staticmethod-and-classmethod"
# rules = ["name.class", "name.namespace.load", "stmt.pass", "expr.compare"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# A static method binds nothing, a class method binds the class.
class A:
    @staticmethod
    def s(*args):
        return args

    @classmethod
    def c(cls, *args):
        return cls.__name__, args

class B(A):
    pass

print(A.s(1), A().s(1), A.c(2), B.c(2), B().c(3))
print(type(A.__dict__["s"]).__name__, type(A.__dict__["c"]).__name__, B.c.__self__ is B, A.s is A.__dict__["s"].__func__)
