# /// gradus
# id = "early-errors.break-outside-loop"
# rules = []
# python = ">=3.8"
# expect = "exit 1"
# ///
# `break` outside a loop is refused.
print("never")
if True:
    break
