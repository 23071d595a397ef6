# /// gradus
# id = "classes.super-follows-mro-of-instance"
# rules = ["attribute.get.super", "operator.binary", "expr.binop", "expr.list"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# super() goes on in the method resolution order of the instance's type.
class A:
    def f(self):
        return ["A"]

class B(A):
    def f(self):
        return ["B"] + super().f()

class C(A):
    def f(self):
        return ["C"] + super().f()

class D(B, C):
    def f(self):
        return ["D"] + super().f()

print(D().f(), B().f())
