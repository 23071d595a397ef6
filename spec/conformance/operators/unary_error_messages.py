# /// gradus
# id = "operators.unary-error-messages"
# rules = ["run.lambda", "operator.unary", "dict.pairs", "expr.dict"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# Unary operators on a type without the method raise TypeError.
for f in (lambda: -"a", lambda: +[], lambda: ~1.5, lambda: -None, lambda: ~{}):
    try:
        f()
    except TypeError as e:
        print(e)
