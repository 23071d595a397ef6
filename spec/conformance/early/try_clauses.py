# /// gradus
# id = "early.try-clauses"
# rules = ["early.try.clauses"]
# python = "==3.13.*"
# expect = "early error"
# ///
try:
 pass
x
