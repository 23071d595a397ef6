# /// gradus
# id = "early.syntax-invalid-7"
# rules = ["early.syntax.invalid"]
# python = "==3.13.*"
# expect = "early error"
# ///
from a import b as c.d
