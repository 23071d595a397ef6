# /// gradus
# id = "classes.super-in-class-and-static-methods"
# rules = ["attribute.get.super", "name.class", "name.namespace.load", "exception.str"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# Zero-argument super() works in class methods and __new__; it needs a first argument.
class A:
    @classmethod
    def make(cls):
        return "A.make " + cls.__name__

    def __new__(cls):
        print("A.new", cls.__name__)
        return super().__new__(cls)

class B(A):
    @classmethod
    def make(cls):
        return "B then " + super().make()

    def __new__(cls):
        return super().__new__(cls)

    def no_args():
        return super()

print(B.make(), type(B()).__name__)
try:
    B.no_args()
except RuntimeError as e:
    print(e)
