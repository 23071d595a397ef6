# /// gradus
# id = "early.target-comparison-5"
# rules = ["early.target.comparison"]
# python = "==3.13.*"
# expect = "early error"
# ///
(a := 1) = 2
