# /// gradus
# id = "early-errors.used-before-nonlocal"
# rules = []
# python = ">=3.8"
# expect = "exit 1"
# ///
# A name can't be used before its `nonlocal` statement.
print("never")
def f():
    x = 1
    def g():
        print(x)
        nonlocal x
