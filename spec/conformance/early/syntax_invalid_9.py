# /// gradus
# id = "early.syntax-invalid-9"
# rules = ["early.syntax.invalid"]
# python = "==3.13.*"
# expect = "early error"
# ///
match x:
 case 1 as a.b: pass
