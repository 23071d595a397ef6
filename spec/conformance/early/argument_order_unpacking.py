# /// gradus
# id = "early.argument-order-unpacking"
# rules = ["early.argument.order-unpacking"]
# python = "==3.13.*"
# expect = "early error"
# ///
f(**a, 2)
