# /// gradus
# id = "early-errors.error-anywhere-stops-everything"
# rules = []
# python = ">=3.8"
# expect = "exit 1"
# ///
# An early error in a function that is never called stops the whole module.
print("never")
if False:
    def f():
        while True:
            pass
        break
