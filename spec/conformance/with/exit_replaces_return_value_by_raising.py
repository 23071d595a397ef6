# /// gradus
# id = "with.exit-replaces-return-value-by-raising"
# rules = ["stmt.with", "stmt.with.item", "context.method"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# An exception in __exit__ cancels a return under way.
class CM:
    def __enter__(self):
        pass

    def __exit__(self, *exc):
        raise ValueError("exit")

def f():
    try:
        with CM():
            return "never"
    except ValueError as e:
        return "handled " + str(e)

print(f())
