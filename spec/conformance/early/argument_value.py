# /// gradus
# id = "early.argument-value"
# rules = ["early.argument.value"]
# python = "==3.13.*"
# expect = "early error"
# ///
f(a=)
