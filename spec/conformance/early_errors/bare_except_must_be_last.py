# /// gradus
# id = "early-errors.bare-except-must-be-last"
# rules = []
# python = ">=3.8"
# expect = "exit 1"
# ///
# `except:` must be the last handler.
print("never")
try:
    pass
except:
    pass
except ValueError:
    pass
