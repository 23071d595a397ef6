# /// gradus
# id = "early.target-assign"
# rules = ["early.target.assign"]
# python = "==3.13.*"
# expect = "early error"
# ///
f(True=1)
