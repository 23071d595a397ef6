# /// gradus
# id = "boolean.value-of-mixed-and-or"
# rules = ["expr.boolop", "container.contains", "iteration.unpack", "bind.tuple"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# `x and y or z` is `(x and y) or z`; what it skips is never tested.
log = []

class T:
    def __init__(self, name, value):
        self.name, self.value = name, value

    def __bool__(self):
        log.append(self.name)
        return self.value

t, f = T("t", True), T("f", False)
for x in (t, f):
    for y in (t, f):
        print((x and y or T("z", True)).name, (x or y and T("w", True)).name)
print("z" in log, "w" in log)
