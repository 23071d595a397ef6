# /// gradus
# id = "early.target-comparison"
# rules = ["early.target.comparison"]
# python = "==3.13.*"
# expect = "early error"
# ///
x + 1 = 2
