# /// gradus
# id = "early.fstring-empty-3"
# rules = ["early.fstring.empty"]
# python = "==3.13.*"
# expect = "early error"
# ///
f'{!r}'
