# /// gradus
# id = "early.bracket-unclosed"
# rules = ["early.bracket.unclosed"]
# python = "==3.13.*"
# expect = "early error"
# ///
x = [1, 2
