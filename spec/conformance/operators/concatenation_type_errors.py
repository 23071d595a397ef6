# /// gradus
# id = "operators.concatenation-type-errors"
# rules = ["operator.sequence", "run.lambda", "expr.lambda", "exception.str"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# Sequences concatenate only with their own kind.
for f in (lambda: [1] + (2,), lambda: (1,) + [2], lambda: "a" + 1, lambda: "a" + b"b", lambda: b"a" + "b",
          lambda: 1 + "a", lambda: [1] + 1):
    try:
        f()
    except TypeError as e:
        print(e)
