# /// gradus
# id = "strings.immutability-and-identity"
# rules = ["expr.slice", "expr.compare", "expr.binop", "operator.binary"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# String operations give new strings; the old one is unchanged.
s = "abc"
t = s.replace("b", "x") + s[1:]
print(s, t, s * 2, s + "", "abc" == s, s < "abd", max("hello"), sorted("hello"), list(reversed("abc")), len("a\0b"))
