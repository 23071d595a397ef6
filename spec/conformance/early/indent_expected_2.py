# /// gradus
# id = "early.indent-expected-2"
# rules = ["early.indent.expected"]
# python = "==3.13.*"
# expect = "early error"
# ///
def f():
pass
