# /// gradus
# id = "with.exception-in-exit"
# rules = ["stmt.with", "stmt.with.item", "context.method"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# An exception in __exit__ replaces the one from the body, which is its context.
class CM:
    def __enter__(self):
        pass

    def __exit__(self, *exc):
        raise KeyError("exit")

try:
    with CM():
        raise ValueError("body")
except KeyError as e:
    print(repr(e), repr(e.__context__))
try:
    with CM():
        pass
except KeyError as e:
    print(repr(e.__context__))
