# /// gradus
# id = "early.syntax-invalid-2"
# rules = ["early.syntax.invalid"]
# python = "==3.13.*"
# expect = "early error"
# ///
with *a: pass
