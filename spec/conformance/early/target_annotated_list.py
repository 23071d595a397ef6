# /// gradus
# id = "early.target-annotated-list"
# rules = ["early.target.annotated-list"]
# python = "==3.13.*"
# expect = "early error"
# ///
*a, b: int
