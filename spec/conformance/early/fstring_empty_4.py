# /// gradus
# id = "early.fstring-empty-4"
# rules = ["early.fstring.empty"]
# python = "==3.13.*"
# expect = "early error"
# ///
f'{:x}'
