# /// gradus
# id = "operators.sequence-repetition"
# rules = ["operator.sequence", "run.lambda", "operator.unary", "expr.unaryop"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# sequence * n repeats; a negative count gives an empty sequence; n may stand first.
print([1, 2] * 2, 2 * [1], (1,) * 3, "ab" * 2, b"x" * 3, [1] * 0, [1] * -5, "a" * True)
row = [[0]] * 3
row[0].append(1)
print(row)
for f in (lambda: [1] * 1.5, lambda: "a" * "b", lambda: [1] * [2]):
    try:
        f()
    except TypeError as e:
        print(e)
