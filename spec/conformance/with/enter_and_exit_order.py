# /// gradus
# id = "with.enter-and-exit-order"
# rules = ["stmt.with", "stmt.with.item", "context.method"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# `with` evaluates the manager, enters it, binds the result, runs the body and exits.
class CM:
    def __init__(self):
        print("init")

    def __enter__(self):
        print("enter")
        return "value"

    def __exit__(self, *exc):
        print("exit", exc)

with CM() as x:
    print("body", x)
with CM():
    pass
