# /// gradus
# id = "early.pattern-target"
# rules = ["early.pattern.target"]
# python = "==3.13.*"
# expect = "early error"
# ///
match x:
  case 1 as 2: pass
