# /// gradus
# id = "early.target-constant-debug"
# rules = ["early.target.constant-debug"]
# python = "==3.13.*"
# expect = "early error"
# ///
__debug__ = 1
