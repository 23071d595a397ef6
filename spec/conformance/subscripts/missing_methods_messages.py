# /// gradus
# id = "subscripts.missing-methods-messages"
# rules = ["delete.subscript", "container.delitem", "stmt.delete", "bind.subscript"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# The TypeError says what the object doesn't support.
class C:
    pass

def setting():
    c[0] = 1

def deleting():
    del c[0]

def reading():
    c[0]

for c in (C(), (1,), "a", None, print, 5):
    for f in (reading, setting, deleting):
        try:
            print(f())
        except TypeError as e:
            print(e)
