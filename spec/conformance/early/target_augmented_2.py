# /// gradus
# id = "early.target-augmented-2"
# rules = ["early.target.augmented"]
# python = "==3.13.*"
# expect = "early error"
# ///
f() += 1
