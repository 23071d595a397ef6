# /// gradus
# id = "early.pattern-real"
# rules = ["early.pattern.real"]
# python = "==3.13.*"
# expect = "early error"
# ///
match x:
  case 1j + 2j: pass
