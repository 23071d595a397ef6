# /// gradus
# id = "comparisons.reflected-tried-for-same-type"
# rules = ["operator.rich", "expr.compare", "exception.str", "str.new"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# Unlike arithmetic, a comparison of one type with itself does try the reflected method.
class T:
    def __lt__(self, other):
        print("lt")
        return NotImplemented

    def __gt__(self, other):
        print("gt")
        return NotImplemented

try:
    T() < T()
except TypeError as e:
    print(e)
