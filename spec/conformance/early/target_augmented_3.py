# /// gradus
# id = "early.target-augmented-3"
# rules = ["early.target.augmented"]
# python = "==3.13.*"
# expect = "early error"
# ///
(a, b) += 1
