# /// gradus
# id = "early.target-starred"
# rules = ["early.target.starred"]
# python = "==3.13.*"
# expect = "early error"
# ///
*a = 1
