# /// gradus
# id = "uncaught.chained-exception-last-is-shown-last"
# rules = []
# python = ">=3.8"
# expect = "exit 1"
# ///
# Of a chain, the last exception raised is shown last.
try:
    1 / 0
except ZeroDivisionError as e:
    raise RuntimeError("second") from e
