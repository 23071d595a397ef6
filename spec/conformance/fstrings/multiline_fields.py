# /// gradus
# id = "fstrings.multiline-fields"
# rules = ["expr.joinedstr", "expr.formattedvalue", "convert.format", "operator.binary"]
# python = ">=3.12"
# expect = "exit 0"
# ///
# Since 3.12 a field may span lines and hold comments.
print(f"{
    1 +  # one
    2
} and {[
    3,
    4,
]}")
