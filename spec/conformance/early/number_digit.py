# /// gradus
# id = "early.number-digit"
# rules = ["early.number.digit"]
# python = "==3.13.*"
# expect = "early error"
# ///
0o8
