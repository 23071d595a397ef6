# /// gradus
# id = "modules-math.domain-errors"
# rules = ["stmt.import", "import.module", "run.lambda", "operator.unary"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# Functions outside their domain raise ValueError, too large results OverflowError.
import math

for f in (lambda: math.sqrt(-1), lambda: math.log(0), lambda: math.log(-1), lambda: math.exp(1000), lambda: math.acos(2), lambda: math.pow(0, -1), lambda: math.fmod(1, 0), lambda: math.floor(math.inf), lambda: math.sqrt("x")):
    try:
        print(f())
    except (ValueError, OverflowError, TypeError) as e:
        print(type(e).__name__)
