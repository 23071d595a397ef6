# /// gradus
# id = "early.argument-iterable-order"
# rules = ["early.argument.iterable-order"]
# python = "==3.13.*"
# expect = "early error"
# ///
f(**a, *b)
