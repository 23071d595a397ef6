# /// gradus
# id = "early-errors.return-in-class-body"
# rules = []
# python = ">=3.8"
# expect = "exit 1"
# ///
# `return` in a class body is refused.
print("never")
class C:
    return 1
