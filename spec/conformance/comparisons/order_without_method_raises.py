# /// gradus
# id = "comparisons.order-without-method-raises"
# rules = ["operator.rich", "run.lambda", "dict.pairs", "expr.dict"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# Ordering comparisons of unrelated types raise TypeError with the operator's name.
for f in (lambda: 1 < "a", lambda: [] > (), lambda: None <= None, lambda: object() >= 1, lambda: {} < {},
          lambda: 1j < 2j):
    try:
        f()
    except TypeError as e:
        print(e)
