# /// gradus
# id = "comparisons.ne-inverts-eq"
# rules = ["object.ne", "operator.rich", "expr.compare"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# Without __ne__, != inverts __eq__ unless that returns NotImplemented.
class T:
    def __eq__(self, other):
        print("eq", other)
        return other == 1

class U:
    def __eq__(self, other):
        return NotImplemented

print(T() != 1, T() != 2, U() != 3)
