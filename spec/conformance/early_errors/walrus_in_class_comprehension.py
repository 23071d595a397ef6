# /// gradus
# id = "early-errors.walrus-in-class-comprehension"
# rules = []
# python = ">=3.8"
# expect = "exit 1"
# ///
# := can't stand in a comprehension of a class body.
print("never")
class C:
    xs = [(y := i) for i in range(3)]
