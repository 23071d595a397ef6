# /// gradus
# id = "early.comprehension-target"
# rules = ["early.comprehension.target"]
# python = "==3.13.*"
# expect = "early error"
# ///
[a, b for a in b]
