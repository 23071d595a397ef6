# /// gradus
# id = "early.target-comparison-4"
# rules = ["early.target.comparison"]
# python = "==3.13.*"
# expect = "early error"
# ///
while f() = 1: pass
