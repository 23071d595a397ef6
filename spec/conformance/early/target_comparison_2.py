# /// gradus
# id = "early.target-comparison-2"
# rules = ["early.target.comparison"]
# python = "==3.13.*"
# expect = "early error"
# ///
(yield) = 1
