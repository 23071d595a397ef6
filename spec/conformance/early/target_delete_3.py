# /// gradus
# id = "early.target-delete-3"
# rules = ["early.target.delete"]
# python = "==3.13.*"
# expect = "early error"
# ///
del (a, b+c)
