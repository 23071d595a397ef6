# /// gradus
# id = "early.try-mixed"
# rules = ["early.try.mixed"]
# python = "==3.13.*"
# expect = "early error"
# ///
try:
 pass
except A:
 pass
except* B:
 pass
