# /// gradus
# id = "iteration.next-called-on-type"
# rules = ["list.init", "iteration.drain", "iteration.hint", "attribute.set.object"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# __next__ and __iter__ are looked up on the type.
class It:
    def __iter__(self):
        return self

    def __next__(self):
        raise StopIteration

it = It()
it.__next__ = lambda: 1
it.__iter__ = lambda: iter([1, 2])
print(list(it))
