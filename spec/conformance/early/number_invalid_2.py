# /// gradus
# id = "early.number-invalid-2"
# rules = ["early.number.invalid"]
# python = "==3.13.*"
# expect = "early error"
# ///
0xg
