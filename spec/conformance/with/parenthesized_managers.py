# /// gradus
# id = "with.parenthesized-managers"
# rules = ["stmt.with", "stmt.with.item", "context.method"]
# python = ">=3.9"
# expect = "exit 0"
# ///
# Since 3.10 the managers may stand in parentheses, with a trailing comma.
class CM:
    def __enter__(self):
        return "v"

    def __exit__(self, *exc):
        print("exit")

with (
    CM() as a,
    CM() as b,
):
    print(a, b)
with (CM()):
    pass
