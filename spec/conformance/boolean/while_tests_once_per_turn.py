# /// gradus
# id = "boolean.while-tests-once-per-turn"
# rules = ["augment.attribute", "stmt.while", "operator.inplace", "stmt.augassign"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# `while` tests its condition once per turn.
class Countdown:
    n = 3

    def __bool__(self):
        print("truth", self.n)
        self.n -= 1
        return self.n >= 0

c = Countdown()
while c:
    print("body")
print("end", c.n)
