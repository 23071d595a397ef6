# /// gradus
# id = "del.left-to-right"
# rules = ["delete.subscript", "container.delitem", "stmt.delete", "bind.attribute"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# Targets of `del` are deleted from left to right, each evaluated in its turn.
class D:
    def __init__(self, n):
        self.n = n

    def __delitem__(self, k):
        print("delitem", self.n, k)

def show(x):
    print("eval", x)
    return x

del D(1)[show("a")], D(2)[show("b")]
xs = [0, 1, 2, 3]
del xs[0], xs[0]
print(xs)
