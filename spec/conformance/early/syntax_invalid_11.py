# /// gradus
# id = "early.syntax-invalid-11"
# rules = ["early.syntax.invalid"]
# python = "==3.13.*"
# expect = "early error"
# ///
if x:
 pass
else:
 pass
elif y:
 pass
