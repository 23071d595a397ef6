# /// gradus
# id = "subscripts.slice-objects"
# rules = ["operator.rich", "attribute.set.object", "operator.unary", "expr.unaryop"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# slice objects have start, stop and step, compare by them, and compute indices().
s = slice(1, 10, 2)
print(s, s.start, s.stop, s.step, slice(5), slice(None), s == slice(1, 10, 2), s.indices(6))
print(slice(None, None, -1).indices(5), slice(-3, None).indices(10), "abcdef"[s])
try:
    slice(1).start = 5
except AttributeError as e:
    print(e)
