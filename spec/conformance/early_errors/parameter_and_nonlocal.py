# /// gradus
# id = "early-errors.parameter-and-nonlocal"
# rules = []
# python = ">=3.8"
# expect = "exit 1"
# ///
# A name can't be both parameter and nonlocal.
print("never")
def f():
    x = 1
    def g(x):
        nonlocal x
