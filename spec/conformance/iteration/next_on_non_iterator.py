# /// gradus
# id = "iteration.next-on-non-iterator"
# rules = ["expr.dict", "dict.pairs", "exception.str", "builtin.next"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# next() needs an iterator; a list is only iterable.
for x in ([1], "a", 5, range(3), {}):
    try:
        next(x)
    except TypeError as e:
        print(e)
