# /// gradus
# id = "with.exception-in-enter"
# rules = ["stmt.with", "stmt.with.item", "context.method"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# When __enter__ fails, __exit__ of that manager doesn't run, but those around it do.
class CM:
    def __init__(self, n):
        self.n = n

    def __enter__(self):
        print("enter", self.n)
        if self.n == 2:
            raise ValueError("enter")

    def __exit__(self, *exc):
        print("exit", self.n, exc[0].__name__)

try:
    with CM(1), CM(2), CM(3):
        print("never")
except ValueError as e:
    print(e)
