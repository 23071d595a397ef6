# /// gradus
# id = "early.pattern-name-twice"
# rules = ["early.pattern.name-twice"]
# python = "==3.13.*"
# expect = "early error"
# ///
match x:
  case [y, y]: pass
