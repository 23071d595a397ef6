# /// gradus
# id = "early-errors.continue-outside-loop"
# rules = []
# python = ">=3.8"
# expect = "exit 1"
# ///
# `continue` outside a loop is refused.
print("never")
continue
