# /// gradus
# id = "iteration.set-changed-size-during-iteration"
# rules = ["expr.set", "set.update", "exception.str"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# A set that changes its size while it is iterated raises RuntimeError.
s = {1, 2, 3}
try:
    for x in s:
        s.add(x + 10)
except RuntimeError as e:
    print(e)
