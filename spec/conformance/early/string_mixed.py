# /// gradus
# id = "early.string-mixed"
# rules = ["early.string.mixed"]
# python = "==3.13.*"
# expect = "early error"
# ///
x = [*a, 'b' b'c']
