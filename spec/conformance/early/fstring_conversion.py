# /// gradus
# id = "early.fstring-conversion"
# rules = ["early.fstring.conversion"]
# python = "==3.13.*"
# expect = "early error"
# ///
f'{a!1}'
