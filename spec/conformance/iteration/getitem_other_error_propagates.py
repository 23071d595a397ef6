# /// gradus
# id = "iteration.getitem-other-error-propagates"
# rules = ["iteration.next.sequence", "exception.str.key", "builtin.iter", "convert.repr"]
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
