# /// gradus
# id = "early.string-escape"
# rules = ["early.string.escape"]
# python = "==3.13.*"
# expect = "early error"
# ///
x = '\x1'
