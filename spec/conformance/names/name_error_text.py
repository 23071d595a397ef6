# /// gradus
# id = "names.name-error-text"
# rules = ["delete.name", "stmt.delete", "exception.str", "str.new"]
# python = ">=3.11"
# expect = "exit 0"
# ///
# The text of NameError.
try:
    nowhere
except NameError as e:
    print(e)

def f():
    del y
    y = 1

try:
    f()
except NameError as e:
    print(type(e).__name__, e)
