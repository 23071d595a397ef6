# /// gradus
# id = "numbers.sum-of-floats-and-ints"
# rules = ["builtin.sum", "operator.sequence", "expr.call.starred", "call.star"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# sum() starts at 0, or at start, and adds from left to right.
class V:
    def __radd__(self, other):
        print("radd", other)
        return 5

print(sum([]), sum([1, 2, 3]), sum([1, 2], 10), sum([[1], [2]], []), sum((True, True)), sum([2**62, 2**62]), sum([0.5, 1]), sum([V()]), sum(range(10), start=5))
for args in ((["a"],), (["a"], ""), ([[1]],), (5,)):
    try:
        sum(*args)
    except TypeError as e:
        print(e)
