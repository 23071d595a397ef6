# /// gradus
# id = "early.string-escaped-quote"
# rules = ["early.string.escaped-quote"]
# python = "==3.13.*"
# expect = "early error"
# ///
x = '\'
