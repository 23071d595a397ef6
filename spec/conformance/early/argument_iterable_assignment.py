# /// gradus
# id = "early.argument-iterable-assignment"
# rules = ["early.argument.iterable-assignment"]
# python = "==3.13.*"
# expect = "early error"
# ///
f(*a = 1)
