# /// gradus
# id = "literals.string-escapes"
# rules = ["convert.ascii", "convert.repr", "expr.listcomp.element", "expr.listcomp"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# Escapes in string literals.
print(len("\a\b\f\n\r\t\v\\\'\""), "\x41\101\u0042\U00000043\N{LATIN SMALL LETTER D}")
print(repr("\0\1\x7f\x80\xff\u200b\ud7ff"), len("a\
b"), ascii("é€😀"))
print([ord(c) for c in "\a\b\f\v\0\07\377"])
