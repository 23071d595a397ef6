# /// gradus
# id = "early.try-default-last"
# rules = ["early.try.default-last"]
# python = "==3.13.*"
# expect = "early error"
# ///
try: pass
except: pass
except A: pass
