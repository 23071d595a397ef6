# /// gradus
# id = "iteration.iterators-can-be-subclassed"
# rules = ["iterator.zip", "iterator.chain", "iterator.map", "iterator.next.composite"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# A subclass of a built-in iterator has its own __next__ and attributes.
from itertools import chain


class Numbered(enumerate):
    def __next__(self):
        number, item = super().__next__()
        return item * number


class Mapped(map):
    def __new__(cls, function, items, name):
        return super().__new__(cls, function, items)

    def __init__(self, function, items, name):
        self.name = name


class Chained(chain):
    pass


print([*Numbered("abc", 1)], [*zip(Numbered("ab", 1), "xy")], next(Numbered("a", 3)))
mapped = Mapped(str, [1, 2], name="m")
print(mapped.name, [*mapped], isinstance(mapped, map), type(mapped).__name__)
print(type(Chained.from_iterable(["ab"])).__name__, [*Chained("ab", Chained("c"))])
print(enumerate.__next__(Numbered("ab")))
for attempt in lambda: zip.__new__(int), lambda: zip.__next__(map(str, [])), lambda: map(str):
    try:
        attempt()
    except TypeError as error:
        print(error)
