# /// gradus
# id = "early.fstring-nesting"
# rules = ["early.fstring.nesting"]
# python = "==3.13.*"
# expect = "early error"
# ///
f'{a:{b:{c:{d}}}}'
