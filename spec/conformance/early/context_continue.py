# /// gradus
# id = "early.context-continue"
# rules = ["early.context.continue"]
# python = "==3.13.*"
# expect = "early error"
# ///
if x:
  continue
