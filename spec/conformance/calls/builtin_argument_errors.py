# /// gradus
# id = "calls.builtin-argument-errors"
# rules = ["run.lambda", "operator.unary", "expr.unaryop", "expr.lambda"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# Builtins check their arguments.
for call in (lambda: len(), lambda: len(1, 2), lambda: abs(1, 2), lambda: len(x=1), lambda: ord("ab"), lambda: chr(-1)):
    try:
        call()
    except (TypeError, ValueError) as e:
        print(e)
