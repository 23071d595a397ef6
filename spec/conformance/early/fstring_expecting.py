# /// gradus
# id = "early.fstring-expecting"
# rules = ["early.fstring.expecting"]
# python = "==3.13.*"
# expect = "early error"
# ///
f'{*}'
