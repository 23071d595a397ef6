# /// gradus
# id = "with.exit-receives-the-exception"
# rules = ["exception.str.key", "stmt.with", "stmt.with.item", "context.method"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# __exit__ gets type, value and traceback; a true result swallows the exception.
class CM:
    def __init__(self, swallow):
        self.swallow = swallow

    def __enter__(self):
        return self

    def __exit__(self, t, v, tb):
        print(t.__name__, v, tb is v.__traceback__)
        return self.swallow

with CM(True):
    raise ValueError("swallowed")
print("after")
try:
    with CM(None):
        raise KeyError("passes")
except KeyError as e:
    print("KeyError", e)
