# /// gradus
# id = "tuples.unpacked-tuple-stays"
# rules = ["bind.tuple", "iteration.unpack"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# A tuple that has a name is still there after it was unpacked, even if the name is not used any more.


def names(a, b):
    pair = (a, b)
    first, second = pair
    return locals()


def late(a, b, c):
    triple = (a, b, c)
    x, y, z = triple
    seen = locals()
    return seen["triple"]


print(names(1, 2))
print(late(1, 2, 3))
