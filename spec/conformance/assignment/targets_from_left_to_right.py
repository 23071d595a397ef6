# /// gradus
# id = "assignment.targets-from-left-to-right"
# rules = ["object.str", "convert.repr", "bind.subscript", "container.setitem"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# The right side is evaluated first, then the targets are bound from left to right.
def show(x):
    print("eval", x)
    return x

class C:
    def __setitem__(self, key, value):
        print("set", key, value)

    def __repr__(self):
        return "C()"

c = C()
show(c)[show(1)] = show(c)[show(2)] = show("value")
