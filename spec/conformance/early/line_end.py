# /// gradus
# id = "early.line-end"
# rules = ["early.line.end"]
# python = "==3.13.*"
# expect = "early error"
# ///
a \
