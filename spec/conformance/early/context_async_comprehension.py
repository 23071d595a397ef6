# /// gradus
# id = "early.context-async-comprehension"
# rules = ["early.context.async-comprehension"]
# python = "==3.13.*"
# expect = "early error"
# ///
[await x for y in z]
