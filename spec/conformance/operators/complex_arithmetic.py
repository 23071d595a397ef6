# /// gradus
# id = "operators.complex-arithmetic"
# rules = ["operator.sequence", "expr.boolop", "operator.rich", "expr.joinedstr"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# Complex numbers add, multiply, divide and compare for equality only.
a = 1 + 2j
print(a + 1, a - 2.5, a * a, a / 2j, a ** 2, -a, a == 1 + 2j)
print(abs(3 + 4j), a.real, a.imag, a.conjugate(), 2 * a, a + True)
for f in (lambda: a < a, lambda: a // 1, lambda: a % 2, lambda: divmod(a, 1)):
    try:
        f()
    except TypeError as e:
        print("TypeError")
