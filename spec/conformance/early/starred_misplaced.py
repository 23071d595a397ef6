# /// gradus
# id = "early.starred-misplaced"
# rules = ["early.starred.misplaced"]
# python = "==3.13.*"
# expect = "early error"
# ///
x = *a
