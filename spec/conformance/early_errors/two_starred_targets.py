# /// gradus
# id = "early-errors.two-starred-targets"
# rules = []
# python = ">=3.9"
# expect = "exit 1"
# ///
# An assignment may have one starred target only.
print("never")
*a, *b = 1, 2
