# /// gradus
# id = "early.pattern-key-twice-2"
# rules = ["early.pattern.key-twice"]
# python = "==3.13.*"
# expect = "early error"
# ///
match x:
  case {'a': a, 'a': b}: pass
