# /// gradus
# id = "early.syntax-comma"
# rules = ["early.syntax.comma"]
# python = "==3.13.*"
# expect = "early error"
# ///
(a b)
