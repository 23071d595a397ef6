# /// gradus
# id = "early-errors.return-outside-function"
# rules = []
# python = ">=3.8"
# expect = "exit 1"
# ///
# `return` outside a function is refused before anything runs.
print("never")
return 1
