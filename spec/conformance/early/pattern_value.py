# /// gradus
# id = "early.pattern-value"
# rules = ["early.pattern.value"]
# python = "==3.13.*"
# expect = "early error"
# ///
match x:
  case f'a': pass
