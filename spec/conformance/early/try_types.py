# /// gradus
# id = "early.try-types"
# rules = ["early.try.types"]
# python = "==3.13.*"
# expect = "early error"
# ///
try: pass
except A, B: pass
