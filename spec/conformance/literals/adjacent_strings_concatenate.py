# /// gradus
# id = "literals.adjacent-strings-concatenate"
# rules = ["expr.joinedstr", "expr.formattedvalue", "convert.format"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# Adjacent string literals are joined, whatever their quotes or prefixes.
n = 3
print("a" 'b' """c""" r"\d" f"{n}" "e{n}")
print(b"a" b'b' rb"\c")
print(("x"
       "y"))
