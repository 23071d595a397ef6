# /// gradus
# id = "iteration.reversed-protocol"
# rules = ["iterator.reversed", "iterator.reversed.hint", "convert.len", "convert.len.check"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# reversed() uses __reversed__, else __len__ and __getitem__.
class A:
    def __reversed__(self):
        return iter("reversed")

class B:
    def __len__(self):
        return 3

    def __getitem__(self, i):
        print("getitem", i)
        return i

print(list(reversed(A()))[:3], list(reversed(B())))
print(list(reversed([1, 2])), list(reversed("ab")), list(reversed(range(3))), list(reversed({1: 2, 3: 4})))
for x in ({1}, iter([]), 5):
    try:
        reversed(x)
    except TypeError as e:
        print(e)
