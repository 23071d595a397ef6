# /// gradus
# id = "early.target-augmented"
# rules = ["early.target.augmented"]
# python = "==3.13.*"
# expect = "early error"
# ///
*a += 1
