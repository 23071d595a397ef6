# /// gradus
# id = "modules-math.log-of-big-ints"
# rules = ["stmt.import", "import.module", "expr.compare", "operator.binary"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# log() of ints too large for floats works.
import math

print(math.log(10**400) / math.log(10) > 399.99, math.log2(2**2000), math.log10(10**500))
