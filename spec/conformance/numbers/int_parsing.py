# /// gradus
# id = "numbers.int-parsing"
# rules = ["call.star", "expr.call.starred", "exception.str", "str.new"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# int() parses text with spaces, signs, underscores and a base.
print(int("42"), int("  -17\n"), int("+5"), int("1_000"), int("ff", 16), int("0xFF", 16), int("0b101", 0), int("z", 36), int("0o17", 0), int("-0x1f", 0), int(b"12"), int("٣"))
for args in (("",), ("1.5",), ("1__0",), ("_1",), ("0x10",), ("9", 8), ("abc",), ("1 2",), ("10", 1), ("010", 0), ("5", 37)):
    try:
        int(*args)
    except ValueError as e:
        print(e)
