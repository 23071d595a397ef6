# /// gradus
# id = "early-errors.continue-in-loop-else"
# rules = []
# python = ">=3.8"
# expect = "exit 1"
# ///
# The else suite of a loop is outside of it.
print("never")
for i in range(3):
    pass
else:
    continue
