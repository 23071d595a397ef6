# /// gradus
# id = "uncaught.chained-exception-last-is-shown-last"
# rules = ["exception.cause", "stmt.while", "expr.boolop.test", "attribute.get.object"]
# python = ">=3.8"
# expect = "exit 1"
# ///
# Of a chain, the last exception raised is shown last.
try:
    1 / 0
except ZeroDivisionError as e:
    raise RuntimeError("second") from e
