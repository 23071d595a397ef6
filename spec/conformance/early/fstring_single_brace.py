# /// gradus
# id = "early.fstring-single-brace"
# rules = ["early.fstring.single-brace"]
# python = "==3.13.*"
# expect = "early error"
# ///
f'}'
