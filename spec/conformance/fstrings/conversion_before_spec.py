# /// gradus
# id = "fstrings.conversion-before-spec"
# rules = ["convert.repr", "expr.joinedstr", "expr.formattedvalue", "convert.format"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# With a conversion, the spec is applied to the converted string.
class V:
    def __repr__(self):
        return "VV"

    def __format__(self, spec):
        return f"<{spec}>"

v = V()
print(f"{v:5}|{v!r:5}|{v!r:>5}|{v}")
