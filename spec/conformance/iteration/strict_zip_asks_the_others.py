# /// gradus
# id = "iteration.strict-zip-asks-the-others"
# rules = ["iterator.zip.strict", "iterator.zip", "iterator.next.composite", "builtin.iter"]
# python = ">=3.10"
# expect = "exit 0"
# ///
# With strict, zip asks the iterators after the first one that ends, and says which is too short or too long.
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


take(zip(Logged("a", 1, 2), Logged("b", 3, 4, 5), strict=True), 4)
take(zip(Logged("a", 1, 2), Logged("b", 3), strict=True), 3)
take(zip(Logged("a"), Logged("b"), Logged("c", 1), strict=True), 2)
take(zip(Logged("a"), Logged("b"), strict=True), 2)
take(zip(Logged("a", 1), Logged("b", ValueError("no")), strict=True), 3)
