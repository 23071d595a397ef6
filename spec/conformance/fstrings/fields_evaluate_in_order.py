# /// gradus
# id = "fstrings.fields-evaluate-in-order"
# rules = ["expr.joinedstr", "expr.formattedvalue", "convert.format", "bind.attribute"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# Fields are evaluated and formatted one after the other, from left to right.
class V:
    def __init__(self, n):
        print("make", n)
        self.n = n

    def __format__(self, spec):
        print("format", self.n, repr(spec))
        return str(self.n)

print(f"{V(1)}-{V(2):x}-{V(3):>{4}}")
