# /// gradus
# id = "early.future-place"
# rules = ["early.future.place"]
# python = "==3.13.*"
# expect = "early error"
# ///
x = 1
from __future__ import annotations
