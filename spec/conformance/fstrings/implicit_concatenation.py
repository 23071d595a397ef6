# /// gradus
# id = "fstrings.implicit-concatenation"
# rules = ["expr.joinedstr", "expr.formattedvalue", "convert.format"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# f-strings join with plain literals; only the f-parts have fields.
x = 1
print("{x}" f"{x}" "{{}}" f"{{}}", rf"\d{x}\n", fr"{x}\{x}")
