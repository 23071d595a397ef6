# /// gradus
# id = "boolean.not-of-and-as-value"
# rules = ["expr.boolop", "expr.boolop.test", "iteration.unpack", "bind.tuple"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# As a value, `not (x and y)` tests the operand that decided and then the value of the `and`; in an `if`, only once.
class T:
    def __init__(self, name, value):
        self.name, self.value = name, value

    def __bool__(self):
        print("truth", self.name)
        return self.value

x, y = T("x", False), T("y", True)
r = not (x and y)
print(r)
if not (x and y):
    print("if")
