# /// gradus
# id = "operators.int-arithmetic-at-word-boundaries"
# rules = ["operator.unary", "expr.unaryop", "expr.compare", "operator.binary"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# Ints don't overflow at 2**30, 2**31, 2**62 or 2**63.
for k in (30, 31, 47, 48, 62, 63, 64):
    n = 2**k
    print(n, n - 1, -n, -n - 1)
    print(n + n, (n - 1) * (n - 1), -n * n, n * -1)
    print((n - 1) + 1 == n, -n - 1 + 1 == -n, abs(-n) == n)
