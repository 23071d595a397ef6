# /// gradus
# id = "iteration.getitem-fallback"
# rules = ["stmt.break", "iteration.next.sequence", "bind.tuple", "bind.elements"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# Without __iter__, iteration calls __getitem__ with 0, 1, 2, ... until IndexError.
class S:
    def __getitem__(self, i):
        print("getitem", i)
        if i == 2:
            raise IndexError
        return i * 10

print(list(S()))
for x in S():
    print(x)
    break
a, b = S()
