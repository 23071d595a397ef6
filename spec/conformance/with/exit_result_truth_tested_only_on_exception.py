# /// gradus
# id = "with.exit-result-truth-tested-only-on-exception"
# rules = ["stmt.with", "stmt.with.item", "context.method"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# The result of __exit__ is tested for truth once, only when there was an exception.
class T:
    def __bool__(self):
        print("truth")
        return True

class CM:
    def __enter__(self):
        pass

    def __exit__(self, *exc):
        return T()

with CM():
    print("body")
with CM():
    raise ValueError
print("end")
