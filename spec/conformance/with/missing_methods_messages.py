# /// gradus
# id = "with.missing-methods-messages"
# rules = ["stmt.with", "stmt.with.item", "context.method"]
# python = ">=3.11"
# expect = "exit 0"
# ///
# An object without __enter__ or __exit__ is no context manager; the body doesn't run.
class A:
    pass

class B:
    def __enter__(self):
        print("never")

for x in (A(), B(), 5):
    try:
        with x:
            print("never")
    except TypeError as e:
        print(e)
