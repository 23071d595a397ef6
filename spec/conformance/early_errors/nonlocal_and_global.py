# /// gradus
# id = "early-errors.nonlocal-and-global"
# rules = []
# python = ">=3.8"
# expect = "exit 1"
# ///
# A name can't be both nonlocal and global.
print("never")
def f():
    x = 1
    def g():
        global x
        nonlocal x
