# /// gradus
# id = "early.syntax-comprehension-in"
# rules = ["early.syntax.comprehension-in"]
# python = "==3.13.*"
# expect = "early error"
# ///
[x for x y]
