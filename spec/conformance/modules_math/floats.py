# /// gradus
# id = "modules-math.floats"
# rules = ["stmt.import", "import.module", "operator.unary", "expr.unaryop"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# Float functions of math.
import math

print(math.sqrt(2), math.floor(-1.5), math.ceil(1.2), math.trunc(-1.7), math.fabs(-2), math.fmod(-7, 3), math.modf(2.5), math.frexp(8.0), math.ldexp(0.5, 4), math.copysign(1, -0.0), math.hypot(3, 4))
print(math.pi, math.e, math.tau, math.inf, math.nan, math.isnan(math.nan), math.isinf(-math.inf), math.isfinite(1), math.isclose(0.1 + 0.2, 0.3), math.fsum([0.1] * 10), math.degrees(math.pi), math.radians(180))
print(math.pow(2, 10), math.exp(0), math.log(1), math.log2(8), math.log10(1000), math.log(8, 2), math.sin(0), math.cos(0), math.atan2(0, -1), math.dist((0, 0), (3, 4)))
