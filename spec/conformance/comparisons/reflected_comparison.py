# /// gradus
# id = "comparisons.reflected-comparison"
# rules = ["operator.rich", "expr.compare"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# < is reflected by >, <= by >=, == by == and != by !=.
class R:
    def __gt__(self, other):
        return ("gt", other)

    def __ge__(self, other):
        return ("ge", other)

    def __lt__(self, other):
        return ("lt", other)

    def __le__(self, other):
        return ("le", other)

    def __eq__(self, other):
        return ("eq", other)

    def __ne__(self, other):
        return ("ne", other)

r = R()
print(1 < r, 1 <= r, 1 > r, 1 >= r, 1 == r, 1 != r)
