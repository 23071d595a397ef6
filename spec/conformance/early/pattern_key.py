# /// gradus
# id = "early.pattern-key"
# rules = ["early.pattern.key"]
# python = "==3.13.*"
# expect = "early error"
# ///
match x:
  case {f'a': 1}: pass
