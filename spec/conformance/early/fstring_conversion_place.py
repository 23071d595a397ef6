# /// gradus
# id = "early.fstring-conversion-place"
# rules = ["early.fstring.conversion-place"]
# python = "==3.13.*"
# expect = "early error"
# ///
f'{a! r}'
