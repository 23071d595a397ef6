# /// gradus
# id = "early.bracket-unclosed-2"
# rules = ["early.bracket.unclosed"]
# python = "==3.13.*"
# expect = "early error"
# ///
x = (1,
2
y = 3
