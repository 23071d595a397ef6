# /// gradus
# id = "early.future-unknown"
# rules = ["early.future.unknown"]
# python = "==3.13.*"
# expect = "early error"
# ///
from __future__ import foo
