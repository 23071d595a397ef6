# /// gradus
# id = "early.pattern-unreachable-name"
# rules = ["early.pattern.unreachable-name"]
# python = "==3.13.*"
# expect = "early error"
# ///
match x:
  case y: pass
  case 1: pass
