# /// gradus
# id = "boolean.nested-and-or-tests-once"
# rules = ["expr.boolop", "expr.ifexp", "iteration.unpack", "bind.tuple"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# `x and y or z` tests the truth of x and of y once each, as the language defines it.
log = []

class T:
    def __init__(self, name, value):
        self.name, self.value = name, value

    def __bool__(self):
        log.append(self.name)
        return self.value

x, y, z = T("x", True), T("y", True), T("z", True)
r = (x and y) if 0 else y
(x and y) and z
print(log)
