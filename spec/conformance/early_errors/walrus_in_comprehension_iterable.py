# /// gradus
# id = "early-errors.walrus-in-comprehension-iterable"
# rules = []
# python = ">=3.8"
# expect = "exit 1"
# ///
# := can't stand in the iterable of a comprehension.
print("never")
[i for i in (j := [1])]
