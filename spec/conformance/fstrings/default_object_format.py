# /// gradus
# id = "fstrings.default-object-format"
# rules = ["object.format", "expr.joinedstr", "expr.formattedvalue", "convert.format"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# object.__format__ accepts only the empty spec.
class V:
    def __str__(self):
        return "v"

print(f"{V()}", format(V()), format(V(), ""))
for x in (V(), [], None):
    try:
        f"{x:5}"
    except TypeError as e:
        print(e)
