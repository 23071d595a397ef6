# /// gradus
# id = "strings.str-constructor"
# rules = ["exception.str", "str.new", "convert.str", "expr.list"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# str(x) calls __str__; str(bytes) shows the repr.
print(str(), str(1.5), str(None), str([1, "a"]), repr(str("x")), str(object) , str(b"a"), str(type(1)), str(ValueError("m")))
