# /// gradus
# id = "early-errors.walrus-rebinds-comprehension-variable"
# rules = []
# python = ">=3.8"
# expect = "exit 1"
# ///
# A comprehension's variable can't be rebound by := inside it.
print("never")
[i := 0 for i in range(3)]
