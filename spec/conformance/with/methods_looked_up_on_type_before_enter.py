# /// gradus
# id = "with.methods-looked-up-on-type-before-enter"
# rules = ["stmt.with", "stmt.with.item", "context.method"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# __enter__ and __exit__ are looked up on the type, both before __enter__ runs.
class CM:
    def __enter__(self):
        print("enter")
        type(self).__exit__ = lambda self, *exc: print("new exit")

    def __exit__(self, *exc):
        print("old exit")

cm = CM()
cm.__enter__ = lambda: print("never")
with cm:
    pass
with cm:
    pass
