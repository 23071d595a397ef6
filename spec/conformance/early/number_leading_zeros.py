# /// gradus
# id = "early.number-leading-zeros"
# rules = ["early.number.leading-zeros"]
# python = "==3.13.*"
# expect = "early error"
# ///
012
