# /// gradus
# id = "iteration.getitem-other-error-propagates"
# rules = ["convert.repr", "exception.str.key", "iteration.next.sequence"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# With the __getitem__ protocol only IndexError and StopIteration end the iteration.
class S:
    def __getitem__(self, i):
        if i == 1:
            raise KeyError("stop")
        return i

class T:
    def __getitem__(self, i):
        if i == 2:
            raise StopIteration
        return i

try:
    for x in S():
        print(x)
except KeyError as e:
    print("KeyError", e)
print(list(T()))
