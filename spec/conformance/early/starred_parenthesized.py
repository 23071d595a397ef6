# /// gradus
# id = "early.starred-parenthesized"
# rules = ["early.starred.parenthesized"]
# python = "==3.13.*"
# expect = "early error"
# ///
print((*a))
