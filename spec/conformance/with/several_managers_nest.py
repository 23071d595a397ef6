# /// gradus
# id = "with.several-managers-nest"
# rules = ["stmt.with", "stmt.with.item", "context.method"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# Several managers are entered from left to right and exited in reverse order.
class CM:
    def __init__(self, n):
        print("init", n)
        self.n = n

    def __enter__(self):
        print("enter", self.n)
        return self.n

    def __exit__(self, *exc):
        print("exit", self.n)

with CM(1) as a, CM(2) as b, CM(a + b) as c:
    print("body", a, b, c)
