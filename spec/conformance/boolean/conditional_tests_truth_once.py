# /// gradus
# id = "boolean.conditional-tests-truth-once"
# rules = ["expr.ifexp", "iteration.unpack", "bind.tuple", "bind.elements"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# The test of a conditional expression is tested once; the chosen value is not.
class T:
    def __init__(self, name, value):
        self.name, self.value = name, value

    def __bool__(self):
        print("truth", self.name)
        return self.value

a = T("a", True) if T("test", False) else T("b", True)
print(a.name)
a = T("a", True) if not T("test", False) else T("b", True)
print(a.name)
