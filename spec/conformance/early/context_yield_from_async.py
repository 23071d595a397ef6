# /// gradus
# id = "early.context-yield-from-async"
# rules = ["early.context.yield-from-async"]
# python = "==3.13.*"
# expect = "early error"
# ///
async def f():
  yield from x
