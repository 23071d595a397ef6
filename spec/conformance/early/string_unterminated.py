# /// gradus
# id = "early.string-unterminated"
# rules = ["early.string.unterminated"]
# python = "==3.13.*"
# expect = "early error"
# ///
'a

