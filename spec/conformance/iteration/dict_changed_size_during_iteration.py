# /// gradus
# id = "iteration.dict-changed-size-during-iteration"
# rules = ["augment.subscript", "bind.subscript", "stmt.delete", "delete.subscript"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# A dict that changes its size while it is iterated raises RuntimeError; changing values is fine.
d = {"a": 1, "b": 2}
for k in d:
    d[k] += 1
print(d)
try:
    for k in d:
        d[k + "x"] = 1
except RuntimeError as e:
    print(e)
d = {1: 1, 2: 2}
try:
    for k in d.values():
        del d[1]
except RuntimeError as e:
    print(e)
