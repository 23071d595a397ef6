# /// gradus
# id = "early.pattern-alternatives"
# rules = ["early.pattern.alternatives"]
# python = "==3.13.*"
# expect = "early error"
# ///
match x:
  case (1 as y) | (2 as z): pass
