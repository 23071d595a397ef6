# /// gradus
# id = "early.number-digit-2"
# rules = ["early.number.digit"]
# python = "==3.13.*"
# expect = "early error"
# ///
0b2
