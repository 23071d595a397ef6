# /// gradus
# id = "strings.padding"
# rules = ["operator.binary", "expr.binop"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# center, ljust, rjust, zfill and expandtabs.
print("[" + "ab".center(7) + "]", "ab".center(6, "*"), "abc".center(6, "-"), "ab".ljust(5, "."), "ab".rjust(5), "-42".zfill(6), "+7".zfill(4), "abc".zfill(2), "a\tbc\td".expandtabs(4))
