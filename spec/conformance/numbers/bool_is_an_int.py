# /// gradus
# id = "numbers.bool-is-an-int"
# rules = ["builtin.isinstance", "expr.joinedstr", "expr.formattedvalue", "convert.format"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# bool is a subclass of int with two instances.
print(True == 1, True + 1, isinstance(True, int), bool.__mro__[1].__name__, [10, 20][True], str(True), repr(False), int(True), True is bool(5), {True: "t"}[1])
print(sum([True, True, False]), True & 1, -True, f"{True}", f"{True:d}", "%d" % True, bool("False"), bool())
try:
    class B(bool):
        pass
except TypeError as e:
    print(e)
