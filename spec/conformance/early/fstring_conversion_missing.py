# /// gradus
# id = "early.fstring-conversion-missing"
# rules = ["early.fstring.conversion-missing"]
# python = "==3.13.*"
# expect = "early error"
# ///
f'{a!}'
