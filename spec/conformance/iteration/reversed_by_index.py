# /// gradus
# id = "iteration.reversed-by-index"
# rules = ["iterator.reversed", "iterator.reversed.hint", "iterator.next.composite", "delete.subscript"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# reversed() of a sequence asks for one index after another and ends for good with the first exception.
class Sequence:
    def __init__(self, length, failing, error):
        self.length = length
        self.failing = failing
        self.error = error

    def __len__(self):
        print("len", end="; ")
        return self.length

    def __getitem__(self, index):
        print("get", index, end="; ")
        if index == self.failing:
            raise self.error
        return index


for error in IndexError("a"), StopIteration("b"), ValueError("c"):
    items = reversed(Sequence(4, 1, error))
    for _ in range(5):
        try:
            print(next(items), items.__length_hint__(), end="; ")
        except (ValueError, StopIteration) as caught:
            print(type(caught).__name__, *caught.args, end="; ")
    print()
items = reversed((1, 2, 3))
print(next(items), items.__length_hint__(), [*items], items.__length_hint__())
print([*reversed("abc")], [*reversed(b"ab")], next(reversed(()), "none"))
data = bytearray(b"abc")
items = reversed(data)
print(next(items))
del data[:]
print(items.__length_hint__(), [*items])
