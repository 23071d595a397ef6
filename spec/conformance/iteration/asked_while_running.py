# /// gradus
# id = "iteration.asked-while-running"
# rules = ["iterator.enumerate", "iterator.filter", "iterator.islice", "iterator.zip"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# An iterator that is built out of others may be asked for an item while it waits for one.
from itertools import chain, islice, takewhile


class Asking:
    def __init__(self):
        self.count = 0

    def __iter__(self):
        return self

    def __next__(self):
        self.count += 1
        if self.count == 2:
            return next(self.outer)
        if self.count > 5:
            raise StopIteration
        return self.count


def ask(make):
    inner = Asking()
    inner.outer = make(inner)
    print([*inner.outer])


ask(lambda inner: map(lambda x: x * 10, inner))
ask(lambda inner: zip(inner, inner))
ask(lambda inner: enumerate(inner))
ask(lambda inner: filter(None, inner))
ask(lambda inner: chain(inner, "a"))
ask(lambda inner: islice(inner, 4))
ask(lambda inner: takewhile(lambda x: x < 5, inner))
inner = Asking()
inner.outer = (x for x in inner)
try:
    print([*inner.outer])
except ValueError as error:
    print(error)
