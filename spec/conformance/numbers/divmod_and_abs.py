# /// gradus
# id = "numbers.divmod-and-abs"
# rules = ["expr.boolop", "expr.joinedstr", "expr.formattedvalue", "convert.format"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# divmod(a, b) is (a // b, a % b); abs() of each type.
class A:
    def __abs__(self):
        return "abs"

    def __divmod__(self, other):
        return ("divmod", other)

    def __rdivmod__(self, other):
        return ("rdivmod", other)

print(divmod(17, 5), divmod(-17, 5), divmod(17, -5), divmod(7.5, 2), divmod(2**70, 3**20))
print(abs(-5), abs(-2.5), abs(3 - 4j), abs(True), abs(-(2**63)), abs(-0.0), abs(A()), divmod(A(), 1), divmod(1, A()))
try:
    abs("x")
except TypeError as e:
    print(e)
