# /// gradus
# id = "with.error-while-binding-target"
# rules = ["stmt.with", "stmt.with.item", "context.method"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# An error while the target is bound is inside the protected part.
class CM:
    def __enter__(self):
        return 5

    def __exit__(self, t, v, tb):
        print("exit", t.__name__)
        return True

with CM() as (a, b):
    print("never")
print("after")
