# /// gradus
# id = "early.target-annotated"
# rules = ["early.target.annotated"]
# python = "==3.13.*"
# expect = "early error"
# ///
f(): int
