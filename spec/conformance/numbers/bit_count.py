# /// gradus
# id = "numbers.bit-count"
# rules = ["operator.unary", "expr.unaryop", "operator.binary", "expr.binop"]
# python = ">=3.10"
# expect = "exit 0"
# ///
# Since 3.10 int has bit_count().
print((0).bit_count(), (255).bit_count(), (-7).bit_count(), (2**100 - 1).bit_count(), True.bit_count())
