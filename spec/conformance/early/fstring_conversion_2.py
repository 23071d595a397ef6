# /// gradus
# id = "early.fstring-conversion-2"
# rules = ["early.fstring.conversion"]
# python = "==3.13.*"
# expect = "early error"
# ///
f'{a!b}'
