# /// gradus
# id = "modules-itertools.batched-logged-items"
# rules = ["iterator.batched", "iterator.next.composite", "builtin.iter", "builtin.isinstance"]
# python = ">=3.13"
# expect = "exit 0"
# ///
# batched() asks for the items of a batch, and ends for good with an exception.
from itertools import batched


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


take(batched(Logged("a", 1, 2, 3), 2), 3)
take(batched(Logged("a", 1, 2, 3, ValueError("e"), 4), 2), 4)
try:
    take(batched(Logged("a", 1, 2, 3), 2, strict=True), 3)
except TypeError:
    print("no strict")
take(batched("abcdef", 3, strict=True), 3)
