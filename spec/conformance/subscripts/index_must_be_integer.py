# /// gradus
# id = "subscripts.index-must-be-integer"
# rules = ["convert.index", "expr.slice", "expr.joinedstr", "expr.formattedvalue"]
# python = ">=3.11"
# expect = "exit 0"
# ///
# Sequence indices must be ints or have __index__.
class One:
    def __index__(self):
        return 1

xs = [10, 20, 30]
print(xs[One()], "abc"[One()], xs[One():], xs[:One()])
for seq, key in ((xs, "a"), (xs, 1.0), ((1,), None), (b"a", "x"), (xs, (1, 2)), (xs, slice("a", None)), ("a", "a")):
    try:
        seq[key]
    except TypeError as e:
        print(e)
