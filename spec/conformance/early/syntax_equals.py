# /// gradus
# id = "early.syntax-equals"
# rules = ["early.syntax.equals"]
# python = "==3.13.*"
# expect = "early error"
# ///
if x = 1: pass
