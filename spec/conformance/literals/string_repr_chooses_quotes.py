# /// gradus
# id = "literals.string-repr-chooses-quotes"
# rules = []
# python = ">=3.8"
# expect = "exit 0"
# ///
# repr() of a string prefers single quotes and uses double ones when that spares escapes.
for s in ("plain", "it's", 'say "x"', "it's \"x\"", "\\", "tab\t", "é", "\x00", "\x7f", "\xa0", "\xad"):
    print(repr(s))
