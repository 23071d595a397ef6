# /// gradus
# id = "operators.pow-with-modulus"
# rules = ["call.star", "expr.call.starred", "expr.ifexp", "operator.unary"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# pow() with three arguments computes modulo the third, also with a negative exponent.
print(pow(3, 200, 13), pow(2, 1000, 10**9 + 7), pow(5, 0, 1), pow(-3, 3, 5), pow(3, 3, -5))
print(pow(3, -1, 7), pow(10**20, 10**20, 97))
for args in ((2, 3, 0), (2, -1, 4), (2.0, 3, 5)):
    try:
        print(pow(*args))
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
