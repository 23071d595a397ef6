# /// gradus
# id = "early.starred-parenthesized-2"
# rules = ["early.starred.parenthesized"]
# python = "==3.13.*"
# expect = "early error"
# ///
(**a)
