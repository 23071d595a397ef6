# /// gradus
# id = "early.context-yield-2"
# rules = ["early.context.yield"]
# python = "==3.13.*"
# expect = "early error"
# ///
await x
