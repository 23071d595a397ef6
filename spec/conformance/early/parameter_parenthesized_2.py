# /// gradus
# id = "early.parameter-parenthesized-2"
# rules = ["early.parameter.parenthesized"]
# python = "==3.13.*"
# expect = "early error"
# ///
lambda (a, b): 1
