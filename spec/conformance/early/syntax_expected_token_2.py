# /// gradus
# id = "early.syntax-expected-token-2"
# rules = ["early.syntax.expected-token"]
# python = "==3.13.*"
# expect = "early error"
# ///
def f()
 pass
