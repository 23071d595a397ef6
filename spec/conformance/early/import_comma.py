# /// gradus
# id = "early.import-comma"
# rules = ["early.import.comma"]
# python = "==3.13.*"
# expect = "early error"
# ///
from a import b,
