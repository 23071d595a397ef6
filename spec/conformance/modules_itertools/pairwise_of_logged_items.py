# /// gradus
# id = "modules-itertools.pairwise-of-logged-items"
# rules = ["iterator.pairwise", "iterator.next.composite", "builtin.iter", "iteration.pull"]
# python = ">=3.10"
# expect = "exit 0"
# ///
# pairwise() keeps the last item, and ends for good with an exception.
from itertools import pairwise


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


take(pairwise(Logged("a", 1, 2, ValueError("e"), 3)), 4)
take(pairwise(Logged("a", ValueError("e"), 3)), 2)
take(pairwise(Logged("a", 1)), 2)
take(pairwise(Logged("a")), 2)
