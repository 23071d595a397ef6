# /// gradus
# id = "with.inner-exit-may-swallow"
# rules = ["stmt.with", "stmt.with.item", "context.method"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# When the inner manager swallows, the outer one sees no exception.
class CM:
    def __init__(self, n, swallow):
        self.n, self.swallow = n, swallow

    def __enter__(self):
        pass

    def __exit__(self, t, v, tb):
        print(self.n, t and t.__name__)
        return self.swallow

with CM("outer", False), CM("inner", True):
    raise ValueError
with CM("outer", True), CM("inner", False):
    raise ValueError
