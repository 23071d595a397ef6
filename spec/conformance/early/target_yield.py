# /// gradus
# id = "early.target-yield"
# rules = ["early.target.yield"]
# python = "==3.13.*"
# expect = "early error"
# ///
x = yield = 1
