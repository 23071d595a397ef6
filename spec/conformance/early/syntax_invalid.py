# /// gradus
# id = "early.syntax-invalid"
# rules = ["early.syntax.invalid"]
# python = "==3.13.*"
# expect = "early error"
# ///
match x:
  case -'a': pass
