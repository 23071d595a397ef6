# /// gradus
# id = "early.context-async"
# rules = ["early.context.async"]
# python = "==3.13.*"
# expect = "early error"
# ///
def f():
  await x
