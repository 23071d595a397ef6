# /// gradus
# id = "early.target-assign-4"
# rules = ["early.target.assign"]
# python = "==3.13.*"
# expect = "early error"
# ///
None = 1
