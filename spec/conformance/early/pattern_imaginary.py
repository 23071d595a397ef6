# /// gradus
# id = "early.pattern-imaginary"
# rules = ["early.pattern.imaginary"]
# python = "==3.13.*"
# expect = "early error"
# ///
match x:
  case 1 + 2: pass
