# /// gradus
# id = "early-errors.assigned-before-global"
# rules = []
# python = ">=3.8"
# expect = "exit 1"
# ///
# A name can't be assigned before its `global` statement.
print("never")
def f():
    x = 1
    global x
