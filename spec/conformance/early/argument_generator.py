# /// gradus
# id = "early.argument-generator"
# rules = ["early.argument.generator"]
# python = "==3.13.*"
# expect = "early error"
# ///
f(x for x in y, 1)
