# /// gradus
# id = "early.context-yield-comprehension"
# rules = ["early.context.yield-comprehension"]
# python = "==3.13.*"
# expect = "early error"
# ///
[(yield) for x in y]
