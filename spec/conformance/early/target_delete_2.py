# /// gradus
# id = "early.target-delete-2"
# rules = ["early.target.delete"]
# python = "==3.13.*"
# expect = "early error"
# ///
del f()
