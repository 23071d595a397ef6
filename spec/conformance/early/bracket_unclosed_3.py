# /// gradus
# id = "early.bracket-unclosed-3"
# rules = ["early.bracket.unclosed"]
# python = "==3.13.*"
# expect = "early error"
# ///
f'''{a
