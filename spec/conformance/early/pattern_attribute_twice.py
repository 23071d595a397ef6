# /// gradus
# id = "early.pattern-attribute-twice"
# rules = ["early.pattern.attribute-twice"]
# python = "==3.13.*"
# expect = "early error"
# ///
match x:
  case A(x=1, x=2): pass
