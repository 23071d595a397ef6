# /// gradus
# id = "builtins.zip-strict"
# rules = ["expr.call.starred", "call.star", "exception.str", "str.new"]
# python = ">=3.10"
# expect = "exit 0"
# ///
# Since 3.10 zip(strict=True) refuses iterables of different lengths.
print(list(zip([1], "a", strict=True)))
for args in (([1], []), ([], [1]), ([1, 2], [1, 2], [1])):
    try:
        list(zip(*args, strict=True))
    except ValueError as e:
        print(e)
