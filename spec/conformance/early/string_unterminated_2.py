# /// gradus
# id = "early.string-unterminated-2"
# rules = ["early.string.unterminated"]
# python = "==3.13.*"
# expect = "early error"
# ///
x = '''a
