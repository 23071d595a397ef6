# /// gradus
# id = "early.pattern-stars"
# rules = ["early.pattern.stars"]
# python = "==3.13.*"
# expect = "early error"
# ///
match x:
  case [*a, *b]: pass
