# /// gradus
# id = "numbers.float-methods"
# rules = ["operator.unary", "expr.unaryop", "exception.str", "str.new"]
# python = ">=3.9"
# expect = "exit 0"
# ///
# Methods of float.
print((2.5).is_integer(), (4.0).is_integer(), (0.75).as_integer_ratio(), (-2.0).as_integer_ratio(), (1.5).hex(), float.fromhex("0x1.8p+1"), (0.1).hex())
print((2.5).real, (2.5).imag, (2.5).conjugate(), (7.9).__trunc__(), (7.5).__floor__(), (7.5).__ceil__())
for x in (float("inf"), float("nan")):
    try:
        x.as_integer_ratio()
    except (OverflowError, ValueError) as e:
        print(e)
