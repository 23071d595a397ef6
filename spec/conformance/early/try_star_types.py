# /// gradus
# id = "early.try-star-types"
# rules = ["early.try.star-types"]
# python = "==3.13.*"
# expect = "early error"
# ///
try: pass
except*: pass
