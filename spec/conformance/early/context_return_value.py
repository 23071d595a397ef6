# /// gradus
# id = "early.context-return-value"
# rules = ["early.context.return-value"]
# python = "==3.13.*"
# expect = "early error"
# ///
async def f():
  yield 1
  return 2
