# /// gradus
# id = "early.target-constant-debug-2"
# rules = ["early.target.constant-debug"]
# python = "==3.13.*"
# expect = "early error"
# ///
del __debug__
