# /// gradus
# id = "early.argument-not-a-name"
# rules = ["early.argument.not-a-name"]
# python = "==3.13.*"
# expect = "early error"
# ///
f(a.b=1)
