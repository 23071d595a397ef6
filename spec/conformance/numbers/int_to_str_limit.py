# /// gradus
# id = "numbers.int-to-str-limit"
# rules = ["exception.str", "operator.binary", "str.new", "expr.binop"]
# python = ">=3.11"
# expect = "exit 0"
# ///
# Since 3.11 converting huge ints to decimal text and back is limited.
try:
    str(10**5000)
except ValueError as e:
    print(str(e).split(";")[0])
try:
    int("9" * 5000)
except ValueError as e:
    print(str(e).split(";")[0].split(":")[0])
print(len(str(10**4000)), len(hex(10**5000)))
