# /// gradus
# id = "early.argument-order"
# rules = ["early.argument.order"]
# python = "==3.13.*"
# expect = "early error"
# ///
f(a=1, 2)
