# /// gradus
# id = "fstrings.braces-are-doubled"
# rules = ["expr.joinedstr", "expr.formattedvalue", "convert.format"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# {{ and }} stand for braces.
x = 1
print(f"{{}} {{{x}}} {{x}} {x}}}", "{}")
