# /// gradus
# id = "early.target-comparison-3"
# rules = ["early.target.comparison"]
# python = "==3.13.*"
# expect = "early error"
# ///
if x.y = 1: pass
