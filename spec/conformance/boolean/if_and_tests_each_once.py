# /// gradus
# id = "boolean.if-and-tests-each-once"
# rules = ["expr.boolop.test", "iteration.unpack", "bind.tuple", "bind.elements"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# In the test of an `if` each operand of and/or is tested once.
class T:
    def __init__(self, name, value):
        self.name, self.value = name, value

    def __bool__(self):
        print("truth", self.name)
        return self.value

t, f = T("t", True), T("f", False)
if t and f:
    print("no")
if f or t:
    print("yes")
if not t:
    print("no")
if not (t and f):
    print("yes")
if t and t and f or t:
    print("yes")
