# /// gradus
# id = "classes.repr-and-str"
# rules = ["object.format", "object.str", "convert.repr", "expr.joinedstr"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# str() falls back to __repr__; both must return strings.
class A:
    def __repr__(self):
        return "repr"

class B:
    def __str__(self):
        return "str"
    def __repr__(self):
        return 5

class C:
    def __str__(self):
        return None

print(str(A()), repr(A()), [A()], f"{A()}", str(B()))
for f in (lambda: repr(B()), lambda: str(C()), lambda: [B()].__repr__()):
    try:
        f()
    except TypeError as e:
        print(e)
