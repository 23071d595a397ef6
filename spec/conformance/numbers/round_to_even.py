# /// gradus
# id = "numbers.round-to-even"
# rules = ["expr.joinedstr", "expr.formattedvalue", "convert.format", "expr.ifexp"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# round() rounds halves to the even neighbour and gives an int without a second argument.
print(round(0.5), round(1.5), round(2.5), round(-0.5), round(-1.5), round(2.675, 2), round(1.25, 1), round(1234.5678, -2))
print(round(5), round(15, -1), round(25, -1), round(-15, -1), round(149, -2), round(10**20 + 5, -1), round(7, 3), type(round(2.5)).__name__, type(round(2.5, 0)).__name__)
class R:
    def __round__(self, n=None):
        return ("round", n)
print(round(R()), round(R(), 2))
for x in (float("nan"), float("inf"), "a"):
    try:
        round(x)
    except (ValueError, OverflowError, TypeError) as e:
        print(e)
