# /// gradus
# id = "builtins.sorted-and-reversed"
# rules = ["iteration.list", "expr.listcomp.element", "iteration.extend", "expr.ifexp"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# sorted() makes a list from any iterable; reversed() an iterator from a sequence.
print(sorted({3: 1, 1: 2}), sorted("cab", reverse=True), sorted([(2, "b"), (1, "z"), (2, "a")]), sorted([3, -1, 2], key=abs), list(reversed((1, 2))), "".join(reversed("abc")))
