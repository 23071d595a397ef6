# /// gradus
# id = "fstrings.values-and-conversions"
# rules = ["convert.ascii", "object.format", "convert.repr", "expr.joinedstr"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# !s, !r and !a choose str(), repr() and ascii().
class V:
    def __str__(self):
        return "str é"

    def __repr__(self):
        return "repr é"

v = V()
print(f"{v}|{v!s}|{v!r}|{v!a}|{'é'!r}|{'é'!a}")
