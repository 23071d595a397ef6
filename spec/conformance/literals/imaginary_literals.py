# /// gradus
# id = "literals.imaginary-literals"
# rules = ["expr.ifexp", "operator.unary", "expr.unaryop", "operator.binary"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# A number with j is imaginary.
print(1j, 2.5J, 1e3j, 1 + 2j, -1j, 0j, 010j if False else 10j, 1_0j)
print((1 + 0j), complex(0, -1), complex(-0.0, 1), complex(1, float("inf")), complex(float("nan"), -0.0))
