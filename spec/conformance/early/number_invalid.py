# /// gradus
# id = "early.number-invalid"
# rules = ["early.number.invalid"]
# python = "==3.13.*"
# expect = "early error"
# ///
1a
