# /// gradus
# id = "names.each-call-has-its-own-cells"
# rules = ["stmt.nonlocal", "augment.name", "operator.inplace", "stmt.augassign"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# Every call of a function makes new cells.
def counter():
    n = 0
    def inc():
        nonlocal n
        n += 1
        return n
    return inc

a, b = counter(), counter()
print(a(), a(), b(), a(), b())
