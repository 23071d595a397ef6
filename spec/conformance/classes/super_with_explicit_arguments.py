# /// gradus
# id = "classes.super-with-explicit-arguments"
# rules = ["attribute.get.super", "attribute.get.object", "exception.str", "str.new"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# super(type, obj) starts after type in the order of obj's type.
class A:
    x = "A"
    def f(self):
        return "A.f"

class B(A):
    x = "B"
    def f(self):
        return "B.f"

class C(B):
    x = "C"

c = C()
print(super(C, c).x, super(B, c).x, super(B, c).f(), super(C, C).x, super(B, C).f(c))
try:
    super(A, c).x
except AttributeError as e:
    print(e)
try:
    super(B, A())
except TypeError as e:
    print("TypeError")
