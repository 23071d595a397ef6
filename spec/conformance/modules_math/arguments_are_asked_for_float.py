# /// gradus
# id = "modules-math.arguments-are-asked-for-float"
# rules = ["convert.real", "call.builtin.converted", "stmt.import", "import.module"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# Functions of math ask for __float__, or for __index__; those of ints for __index__ only.
import math


class Real:
    def __float__(self):
        return 0.25


class Int:
    def __index__(self):
        return 6


print(math.sqrt(Real()), math.sqrt(Int()) == math.sqrt(6), math.hypot(Int(), 8), math.isclose(Real(), 0.5, rel_tol=1), math.fmod(Int(), 4))
print(math.gcd(Int(), 9), math.factorial(Int()), math.comb(Int(), 2), math.perm(Int()), math.isqrt(Int()))
for operation in (lambda: math.sqrt("4"), lambda: math.gcd(1.5, 2), lambda: math.factorial(Real()), lambda: math.hypot(None)):
    try:
        print(operation())
    except TypeError as error:
        print(error)
