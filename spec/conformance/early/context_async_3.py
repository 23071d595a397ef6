# /// gradus
# id = "early.context-async-3"
# rules = ["early.context.async"]
# python = "==3.13.*"
# expect = "early error"
# ///
def f():
  async with x: pass
