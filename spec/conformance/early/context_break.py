# /// gradus
# id = "early.context-break"
# rules = ["early.context.break"]
# python = "==3.13.*"
# expect = "early error"
# ///
break
