# /// gradus
# id = "numbers.int-methods"
# rules = ["operator.unary", "expr.unaryop", "exception.str", "operator.binary"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# Methods and attributes of int.
n = 1000
print(n.bit_length(), (0).bit_length(), (-1).bit_length(), (2**64).bit_length(), n.real, n.imag, n.numerator, n.denominator, n.conjugate(), (5).as_integer_ratio())
print(n.to_bytes(2, "big"), n.to_bytes(4, "little"), (-1).to_bytes(2, "big", signed=True), int.from_bytes(b"\x03\xe8", "big"), int.from_bytes(b"\xff\xff", "big", signed=True))
try:
    n.to_bytes(1, "big")
except OverflowError as e:
    print(e)
