# /// gradus
# id = "calls.init-must-return-none"
# rules = ["exception.str", "str.new", "convert.str", "expr.unaryop.test"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# __init__ that returns something else than None raises TypeError.
class C:
    def __init__(self):
        return 5

try:
    C()
except TypeError as e:
    print(e)
