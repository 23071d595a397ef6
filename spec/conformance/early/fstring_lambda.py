# /// gradus
# id = "early.fstring-lambda"
# rules = ["early.fstring.lambda"]
# python = "==3.13.*"
# expect = "early error"
# ///
f'{lambda x: 1}'
