# /// gradus
# id = "early.syntax-invalid-8"
# rules = ["early.syntax.invalid"]
# python = "==3.13.*"
# expect = "early error"
# ///
for x, y z: pass
