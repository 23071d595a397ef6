# /// gradus
# id = "early.import-star"
# rules = ["early.import.star"]
# python = "==3.13.*"
# expect = "early error"
# ///
def f():
  from x import *
