# /// gradus
# id = "boolean.truth-tested-once-per-operand"
# rules = ["object.str", "expr.boolop", "convert.repr", "iteration.unpack"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# In `a and b` the truth of a is tested once and that of b never.
class T:
    def __init__(self, name, value):
        self.name, self.value = name, value

    def __bool__(self):
        print("truth", self.name)
        return self.value

    def __repr__(self):
        return self.name

t, f = T("t", True), T("f", False)
print(t and f)
print(f and t)
print(t or f)
print(f or t)
print(not t)
