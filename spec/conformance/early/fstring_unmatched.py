# /// gradus
# id = "early.fstring-unmatched"
# rules = ["early.fstring.unmatched"]
# python = "==3.13.*"
# expect = "early error"
# ///
f'{)}'
