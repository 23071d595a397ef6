# /// gradus
# id = "early.syntax-invalid-10"
# rules = ["early.syntax.invalid"]
# python = "==3.13.*"
# expect = "early error"
# ///
except: pass
