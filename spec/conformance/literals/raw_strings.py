# /// gradus
# id = "literals.raw-strings"
# rules = []
# python = ">=3.8"
# expect = "exit 0"
# ///
# Raw strings keep their backslashes.
print(r"\n", len(r"\n"), R"a\'b", rb"\x00", br"\\", len(r"\\"), r"""a\
b""")
