# /// gradus
# id = "early.future-unknown-2"
# rules = ["early.future.unknown"]
# python = "==3.13.*"
# expect = "early error"
# ///
from __future__ import *
