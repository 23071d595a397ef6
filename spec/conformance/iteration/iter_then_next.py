# /// gradus
# id = "iteration.iter-then-next"
# rules = ["augment.attribute", "stmt.augassign", "operator.inplace"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# `for` calls __iter__ once and __next__ until StopIteration.
class It:
    def __init__(self):
        self.n = 0

    def __iter__(self):
        print("iter")
        return self

    def __next__(self):
        self.n += 1
        print("next", self.n)
        if self.n == 3:
            raise StopIteration
        return self.n

for x in It():
    print("body", x)
