# /// gradus
# id = "early.argument-mapping-assignment"
# rules = ["early.argument.mapping-assignment"]
# python = "==3.13.*"
# expect = "early error"
# ///
f(**a = 1)
