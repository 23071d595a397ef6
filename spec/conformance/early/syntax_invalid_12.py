# /// gradus
# id = "early.syntax-invalid-12"
# rules = ["early.syntax.invalid"]
# python = "==3.13.*"
# expect = "early error"
# ///
a b
