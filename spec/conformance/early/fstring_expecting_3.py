# /// gradus
# id = "early.fstring-expecting-3"
# rules = ["early.fstring.expecting"]
# python = "==3.13.*"
# expect = "early error"
# ///
f'{a!r b}'
