# /// gradus
# id = "early.context-return"
# rules = ["early.context.return"]
# python = "==3.13.*"
# expect = "early error"
# ///
return
