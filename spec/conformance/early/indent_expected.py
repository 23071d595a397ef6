# /// gradus
# id = "early.indent-expected"
# rules = ["early.indent.expected"]
# python = "==3.13.*"
# expect = "early error"
# ///
class A:
pass
