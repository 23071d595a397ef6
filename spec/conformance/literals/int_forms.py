# /// gradus
# id = "literals.int-forms"
# rules = ["operator.binary", "expr.binop"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# Ints may be written in four bases, with underscores.
print(0b1010, 0o17, 0xFF, 0XaB, 0B1, 0O7, 1_000_000, 0x_ff_ff, 0b_1, 00, 0_0)
print(123456789012345678901234567890, 0xFFFFFFFFFFFFFFFF, 0x7FFFFFFFFFFFFFFF + 1)
