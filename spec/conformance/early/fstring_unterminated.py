# /// gradus
# id = "early.fstring-unterminated"
# rules = ["early.fstring.unterminated"]
# python = "==3.13.*"
# expect = "early error"
# ///
x = f'a

