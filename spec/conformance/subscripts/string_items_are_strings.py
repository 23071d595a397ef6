# /// gradus
# id = "subscripts.string-items-are-strings"
# rules = ["expr.slice", "expr.subscript", "container.getitem"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# Items of a str are one-character strings, items of bytes are ints.
s = "héllo"
print(s[1], len(s[1]), s[1][0][0], b"h\xc3"[1], type(b"ab"[:1]).__name__, "😀x"[0], len("😀x"))
