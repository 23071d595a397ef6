# /// gradus
# id = "early.target-assign-3"
# rules = ["early.target.assign"]
# python = "==3.13.*"
# expect = "early error"
# ///
with (a as 1): pass
