# /// gradus
# id = "early.pattern-unreachable"
# rules = ["early.pattern.unreachable"]
# python = "==3.13.*"
# expect = "early error"
# ///
match x:
  case _: pass
  case 1: pass
