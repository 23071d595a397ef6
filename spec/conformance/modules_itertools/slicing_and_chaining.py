# /// gradus
# id = "modules-itertools.slicing-and-chaining"
# rules = ["iterator.filterfalse", "iterator.dropwhile", "iterator.compress", "iterator.takewhile"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# islice, chain, takewhile, dropwhile, compress, filterfalse.
from itertools import chain, compress, dropwhile, filterfalse, islice, takewhile

print(list(islice("abcdef", 2)), list(islice("abcdef", 1, 5, 2)), list(islice("abc", 1, None)), list(chain("ab", [1], ())), list(chain.from_iterable(["ab", "cd"])))
print(list(takewhile(lambda x: x < 3, [1, 2, 3, 1])), list(dropwhile(lambda x: x < 3, [1, 2, 3, 1])), list(compress("abcd", [1, 0, 1])), list(filterfalse(lambda x: x % 2, range(5))), list(filterfalse(None, [0, 1])))
try:
    islice([], -1)
except ValueError as e:
    print("ValueError")
