# /// gradus
# id = "comparisons.in-with-non-container"
# rules = ["container.contains.iter", "container.contains", "run.lambda", "expr.lambda"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# `in` on an object that is no container raises TypeError.
class C:
    __contains__ = None

    def __iter__(self):
        return iter([1])

for f in (lambda: 1 in 2, lambda: 1 in None, lambda: 1 in C(), lambda: 1 in "abc", lambda: "a" in b"abc"):
    try:
        f()
    except TypeError as e:
        print(type(e).__name__)
