# /// gradus
# id = "augmented.stale-type-in-loop"
# rules = ["operator.binary.methods", "operator.inplace.binary", "augment.name", "operator.inplace"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# Each turn looks up the in-place method of the value that is there.
class V:
    def __iadd__(self, other):
        return "iadd"

    def __add__(self, other):
        return "add"

out = []
for v in [1, 2, V(), 1.5, V(), "a"]:
    try:
        v += 1
    except TypeError:
        v = "TypeError"
    out.append(v)
print(out)
