# /// gradus
# id = "early.character-invalid"
# rules = ["early.character.invalid"]
# python = "==3.13.*"
# expect = "early error"
# ///
é€ = 1
