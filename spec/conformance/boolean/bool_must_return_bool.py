# /// gradus
# id = "boolean.bool-must-return-bool"
# rules = ["exception.str", "str.new", "convert.str", "expr.unaryop.test"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# __bool__ that returns something else than a bool raises TypeError.
class A:
    def __bool__(self):
        return 1

class B:
    def __bool__(self):
        return None

for x in (A(), B()):
    try:
        if x:
            print("never")
    except TypeError as e:
        print(e)
