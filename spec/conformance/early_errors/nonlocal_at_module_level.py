# /// gradus
# id = "early-errors.nonlocal-at-module-level"
# rules = []
# python = ">=3.8"
# expect = "exit 1"
# ///
# `nonlocal` at module level is refused.
print("never")
nonlocal x
