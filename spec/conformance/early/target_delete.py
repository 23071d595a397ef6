# /// gradus
# id = "early.target-delete"
# rules = ["early.target.delete"]
# python = "==3.13.*"
# expect = "early error"
# ///
del *a
