# /// gradus
# id = "early.pattern-wildcard-target"
# rules = ["early.pattern.wildcard-target"]
# python = "==3.13.*"
# expect = "early error"
# ///
match x:
 case 1 as _: pass
