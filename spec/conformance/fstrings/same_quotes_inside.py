# /// gradus
# id = "fstrings.same-quotes-inside"
# rules = ["expr.joinedstr", "expr.formattedvalue", "convert.format", "dict.set"]
# python = ">=3.12"
# expect = "exit 0"
# ///
# Since 3.12 a field may use the quotes of the string around it.
d = {"a": 1}
print(f"{d["a"]} {"x" + f"{"nested"}"}")
print(f"{'\n'.join(["a", "b"])}")
