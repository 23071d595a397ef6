# /// gradus
# id = "early.fstring-empty"
# rules = ["early.fstring.empty"]
# python = "==3.13.*"
# expect = "early error"
# ///
f'{}'
