# /// gradus
# id = "modules-itertools.sources-are-pulled-in-order"
# rules = ["iterator.count", "iterator.cycle", "iterator.zip_longest", "iterator.filterfalse"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# When the iterators of itertools ask for items, and what an exception in between does to them.
from itertools import accumulate, chain, compress, count, cycle, filterfalse, dropwhile, islice, starmap, takewhile, zip_longest


class Logged:
    """An iterator that tells when it is asked, and raises the exceptions among its items."""

    def __init__(self, name, *items):
        self.name = name
        self.items = list(items)

    def __iter__(self):
        print("iter", self.name, end="; ")
        return self

    def __next__(self):
        print("next", self.name, end="; ")
        if not self.items:
            raise StopIteration(self.name)
        item = self.items.pop(0)
        if isinstance(item, BaseException):
            raise item
        return item


def take(iterator, times):
    for _ in range(times):
        try:
            print(repr(next(iterator)), end="; ")
        except (ValueError, StopIteration) as error:
            print(type(error).__name__, *error.args, end="; ")
    print()


def half(x):
    print("half", x, end="; ")
    return 1 // x


def a(*items):
    return Logged("a", *items)


e = ValueError("e")
take(accumulate(a(1, 2, e, 3)), 5)
take(accumulate(a(1, 2), initial=5), 4)
take(accumulate(a(1, 2, 3), lambda total, x: total * 10 + x), 4)
take(chain(a(1, e, 2), "b", Logged("c", 3)), 7)
take(chain.from_iterable(a("x", e, "y")), 3)
take(compress(a(1, 2, 3, 4), Logged("b", 1, e, 0)), 4)
take(cycle(a(1, e, 2)), 7)
take(filterfalse(half, a(2, 1, e, 3)), 5)
take(dropwhile(lambda x: x < 2, a(1, e, 2, 1)), 4)
take(takewhile(lambda x: x < 2, a(1, e, 2, 1)), 4)
take(islice(a(1, 2, 3, 4, 5), 1, 4, 2), 4)
take(islice(a(1, e, 3), 3), 3)
take(starmap(pow, a((2, 3), [3, 2], e, (1, 1))), 5)
take(zip_longest(a(1, 2, 3), Logged("b", 4)), 4)
take(zip_longest(a(1, e, 3), Logged("b", 4), fillvalue="-"), 3)


class Step:
    def __init__(self, value):
        self.value = value

    def __index__(self):
        return self.value

    def __radd__(self, other):
        print("radd", other, end="; ")
        return other + self.value


take(count(5, Step(2)), 3)
