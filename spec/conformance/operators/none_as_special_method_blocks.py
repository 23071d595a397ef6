# /// gradus
# id = "operators.none-as-special-method-blocks"
# rules = ["convert.hash", "builtin.iter", "run.lambda", "expr.lambda"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# A special method set to None makes the operation unsupported.
class A:
    def __radd__(self, other):
        return "radd"

class B(A):
    __radd__ = None

class C:
    __hash__ = None
    __iter__ = None

print(1 + A())
for f in (lambda: 1 + B(), lambda: hash(C()), lambda: iter(C())):
    try:
        f()
    except TypeError as e:
        print(e)
