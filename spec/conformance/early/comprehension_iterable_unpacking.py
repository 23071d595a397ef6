# /// gradus
# id = "early.comprehension-iterable-unpacking"
# rules = ["early.comprehension.iterable-unpacking"]
# python = "==3.13.*"
# expect = "early error"
# ///
[*a for a in b]
