# /// gradus
# id = "numbers.float-parsing"
# rules = ["expr.joinedstr", "expr.formattedvalue", "convert.format", "expr.boolop.test"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# float() parses decimal text, infinities and nan.
print(float("1.5"), float(" -2e3 "), float("inf"), float("-Infinity"), float("nan"), float("1_0.5"), float(".5"), float("5."), float("1e400"), float())
for x in ("", "abc", "1.5.2", "0x10", "1e", "--1", "1 2"):
    try:
        float(x)
    except ValueError as e:
        print(e)
for x in (None, [], 1j):
    try:
        float(x)
    except TypeError as e:
        print("TypeError")
