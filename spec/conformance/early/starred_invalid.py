# /// gradus
# id = "early.starred-invalid"
# rules = ["early.starred.invalid"]
# python = "==3.13.*"
# expect = "early error"
# ///
f(*)
