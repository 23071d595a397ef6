# /// gradus
# id = "early.pattern-key-twice-3"
# rules = ["early.pattern.key-twice"]
# python = "==3.13.*"
# expect = "early error"
# ///
match x:
  case {-1: a, -1: b}: pass
