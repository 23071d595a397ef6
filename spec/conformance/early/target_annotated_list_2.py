# /// gradus
# id = "early.target-annotated-list-2"
# rules = ["early.target.annotated-list"]
# python = "==3.13.*"
# expect = "early error"
# ///
[a]: int
