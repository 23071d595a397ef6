# /// gradus
# id = "operators.method-on-class-shared-by-int-subclass"
# rules = ["stmt.pass", "operator.unary", "expr.unaryop", "operator.binary"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# Arithmetic of an int subclass without overrides gives a plain int.
class I(int):
    pass

for v in (I(2) + I(3), I(2) * 1, -I(2), I(7) // 2, abs(I(-1)), +I(5)):
    print(type(v).__name__, v)
