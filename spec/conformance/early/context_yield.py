# /// gradus
# id = "early.context-yield"
# rules = ["early.context.yield"]
# python = "==3.13.*"
# expect = "early error"
# ///
yield
