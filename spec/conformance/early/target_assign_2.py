# /// gradus
# id = "early.target-assign-2"
# rules = ["early.target.assign"]
# python = "==3.13.*"
# expect = "early error"
# ///
with a as f(): pass
