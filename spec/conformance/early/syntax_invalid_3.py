# /// gradus
# id = "early.syntax-invalid-3"
# rules = ["early.syntax.invalid"]
# python = "==3.13.*"
# expect = "early error"
# ///
while *a: pass
