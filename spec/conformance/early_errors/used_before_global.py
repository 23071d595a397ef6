# /// gradus
# id = "early-errors.used-before-global"
# rules = []
# python = ">=3.8"
# expect = "exit 1"
# ///
# A name can't be used before its `global` statement.
print("never")
def f():
    print(x)
    global x
