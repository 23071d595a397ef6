# /// gradus
# id = "iteration.items-are-pulled-in-order"
# rules = ["iterator.enumerate", "iterator.filter", "iterator.zip", "iterator.passes"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# enumerate, zip, map and filter ask for an item when they need it, and go on after an exception.
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


a = Logged("a", 1, ValueError(2), 3, StopIteration(4), 5)
take(enumerate(a, 7), 7)
a = Logged("a", 1, 2, ValueError(3), 4)
b = Logged("b", 5, ValueError(6), 7)
take(zip(a, b), 6)
a = Logged("a", 1, 0, ValueError(2), 3)
take(map(lambda x: 6 // x if x else int("x" * 0 + "z"), a), 5)
take(map(lambda x, y: (x, y), Logged("a", 1, 2), Logged("b", 3)), 3)
a = Logged("a", 0, 1, ValueError(2), 3)
take(filter(None, a), 4)
take(filter(lambda x: x > 1, Logged("a", 1, 2)), 2)
