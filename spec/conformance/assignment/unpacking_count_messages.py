# /// gradus
# id = "assignment.unpacking-count-messages"
# rules = ["iteration.unpack.star", "dict.set"]
# python = ">=3.8,<3.14"
# expect = "exit 0"
# ///
# The texts for too few and too many values.
def two(x):
    a, b = x

def star(x):
    a, b, *c = x

for f, x in ((two, [1]), (two, []), (two, [1, 2, 3]), (two, "abc"), (star, [1]), (star, ()), (two, {1: 2}), (two, iter([1, 2, 3]))):
    try:
        f(x)
    except ValueError as e:
        print(e)
