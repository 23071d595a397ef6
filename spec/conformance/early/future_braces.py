# /// gradus
# id = "early.future-braces"
# rules = ["early.future.braces"]
# python = "==3.13.*"
# expect = "early error"
# ///
from __future__ import braces
