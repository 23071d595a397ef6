# /// gradus
# id = "operators.bool-bitwise-stays-bool"
# rules = ["operator.binary", "expr.binop"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# & | ^ of two bools is a bool; with an int it is an int.
print(True & False, True | False, True ^ True)
print(True & 1, False | 2, True ^ 3)
print(True + True, True * 3, True / 2, True << 2)
