# /// gradus
# id = "early.bracket-unmatched"
# rules = ["early.bracket.unmatched"]
# python = "==3.13.*"
# expect = "early error"
# ///
x)
