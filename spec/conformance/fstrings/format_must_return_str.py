# /// gradus
# id = "fstrings.format-must-return-str"
# rules = ["expr.joinedstr", "expr.formattedvalue", "convert.format", "exception.str"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# __format__ must return a str.
class V:
    def __format__(self, spec):
        return 1

try:
    f"{V()}"
except TypeError as e:
    print(e)
