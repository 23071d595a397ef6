# /// gradus
# id = "with.exit-on-return-break-continue"
# rules = ["stmt.continue", "stmt.with", "stmt.with.item", "context.method"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# __exit__ runs with three Nones on return, break and continue.
class CM:
    def __enter__(self):
        pass

    def __exit__(self, *exc):
        print("exit", exc)
        return True

def f():
    for i in range(3):
        with CM():
            if i == 0:
                continue
            if i == 1:
                break
    with CM():
        return "returned"

print(f())
