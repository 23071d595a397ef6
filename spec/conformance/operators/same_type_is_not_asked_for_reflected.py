# /// gradus
# id = "operators.same-type-is-not-asked-for-reflected"
# rules = ["operator.sequence", "exception.str", "operator.binary", "str.new"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# With two operands of one type only __add__ is tried, never __radd__.
class T:
    def __add__(self, other):
        print("add")
        return NotImplemented

    def __radd__(self, other):
        print("radd")
        return 1

try:
    T() + T()
except TypeError as e:
    print(e)
