# /// gradus
# id = "comparisons.in-string-and-bytes"
# rules = ["container.contains", "expr.compare", "exception.str", "str.new"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# `in` finds substrings in strings, and bytes or ints in bytes.
print("" in "", "" in "abc", "bc" in "abc", "ac" in "abc", "a" in "")
print(b"bc" in b"abc", 97 in b"abc", 65 in bytearray(b"abc"))
try:
    256 in b"abc"
except ValueError as e:
    print(e)
