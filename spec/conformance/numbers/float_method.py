# /// gradus
# id = "numbers.float-method"
# rules = ["convert.index", "expr.joinedstr", "expr.formattedvalue", "convert.format"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# float() uses __float__, then __index__.
class A:
    def __float__(self):
        return 2.5

class B:
    def __index__(self):
        return 4

class C:
    def __float__(self):
        return "x"

print(float(A()), float(B()), complex(A()), abs(float(A())))
try:
    float(C())
except TypeError as e:
    print(e)
