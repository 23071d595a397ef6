# /// gradus
# id = "comparisons.in-falls-back-to-getitem"
# rules = ["container.contains.iter", "iteration.next.sequence", "operator.equal", "operator.rich"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# Without __contains__ and __iter__, `in` asks __getitem__ with 0, 1, 2, ... until IndexError.
class C:
    def __getitem__(self, i):
        print("getitem", i)
        if i == 3:
            raise IndexError
        return i * 10

print(10 in C())
print(99 in C())
