# /// gradus
# id = "early.character-non-printable"
# rules = ["early.character.non-printable"]
# python = "==3.13.*"
# expect = "early error"
# ///
x = 1
