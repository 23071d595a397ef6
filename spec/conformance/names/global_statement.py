# /// gradus
# id = "names.global-statement"
# rules = ["stmt.global", "augment.name", "operator.inplace", "stmt.augassign"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# `global` makes a function bind the module's name, even a new one.
def f():
    global counter, fresh
    counter += 1
    fresh = "made"

counter = 0
f()
f()
print(counter, fresh)
