# /// gradus
# id = "iteration.next-default-hides-only-stop-iteration"
# rules = ["exception.str", "builtin.next"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# next(it, default) gives the default on StopIteration and lets other errors pass.
class Bad:
    def __next__(self):
        raise ValueError("bad")

print(next(iter([]), "default"))
try:
    next(Bad(), "default")
except ValueError as e:
    print(e)
try:
    next(iter(()))
except StopIteration as e:
    print("StopIteration", e.value)
