# /// gradus
# id = "early.argument-repeated"
# rules = ["early.argument.repeated"]
# python = "==3.13.*"
# expect = "early error"
# ///
f(a=1, a=2)
