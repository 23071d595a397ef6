# /// gradus
# id = "early.pattern-keyword-order"
# rules = ["early.pattern.keyword-order"]
# python = "==3.13.*"
# expect = "early error"
# ///
match x:
 case A(a=1, b): pass
