# /// gradus
# id = "modules-math.number-theory"
# rules = ["stmt.import", "import.module", "run.lambda", "operator.unary"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# Integer functions of math.
import math

print(math.gcd(12, 18), math.gcd(0, 0), math.factorial(20), math.factorial(25), math.comb(10, 3), math.perm(5, 2), math.isqrt(10**20 + 1), math.prod([1, 2, 3], start=2), math.gcd(-4, 6))
for f in (lambda: math.factorial(-1), lambda: math.isqrt(-1), lambda: math.gcd(1.5, 1)):
    try:
        f()
    except (ValueError, TypeError) as e:
        print(type(e).__name__)
