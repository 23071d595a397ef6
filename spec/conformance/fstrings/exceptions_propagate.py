# /// gradus
# id = "fstrings.exceptions-propagate"
# rules = ["expr.joinedstr", "expr.formattedvalue", "convert.format", "stmt.raise"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# An error in a field leaves the whole expression.
def bad():
    raise ValueError("bad")

def never():
    print("never")

try:
    f"{bad()} {never()}"
except ValueError as e:
    print(e)
try:
    f"{3:q}"
except ValueError as e:
    print(e)
