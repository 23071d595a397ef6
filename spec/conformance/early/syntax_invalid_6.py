# /// gradus
# id = "early.syntax-invalid-6"
# rules = ["early.syntax.invalid"]
# python = "==3.13.*"
# expect = "early error"
# ///
import a as b.c
