# /// gradus
# id = "early.bracket-mismatch"
# rules = ["early.bracket.mismatch"]
# python = "==3.13.*"
# expect = "early error"
# ///
(]
