# /// gradus
# id = "numbers.int-conversion"
# rules = ["convert.index", "expr.joinedstr", "expr.formattedvalue", "convert.format"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# int() uses __int__, then __index__; it truncates floats towards zero.
class A:
    def __int__(self):
        return 7

class B:
    def __index__(self):
        return 8

class C:
    def __int__(self):
        return "x"

print(int(A()), int(B()), int(3.9), int(-3.9), int(1e20), int(True), int())
for x in (C(), None, [], 1j, object):
    try:
        int(x)
    except TypeError as e:
        print("TypeError")
for x in (float("inf"), float("nan")):
    try:
        int(x)
    except (OverflowError, ValueError) as e:
        print(type(e).__name__, e)
