# /// gradus
# id = "operators.virtual-subclass-gets-no-priority"
# rules = ["builtin.issubclass", "operator.binary", "expr.binop"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# Priority goes by real inheritance, not by isinstance().
class Meta(type):
    def __subclasscheck__(cls, sub):
        return True

    def __instancecheck__(cls, obj):
        return True

class A(metaclass=Meta):
    def __mul__(self, other):
        return "A.mul"

class B:
    def __rmul__(self, other):
        return "B.rmul"

print(issubclass(B, A), A() * B())
