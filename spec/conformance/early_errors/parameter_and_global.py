# /// gradus
# id = "early-errors.parameter-and-global"
# rules = []
# python = ">=3.8"
# expect = "exit 1"
# ///
# A name can't be both parameter and global.
print("never")
def f(x):
    global x
