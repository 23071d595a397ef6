# /// gradus
# id = "early.context-async-2"
# rules = ["early.context.async"]
# python = "==3.13.*"
# expect = "early error"
# ///
async for x in y: pass
