# /// gradus
# id = "strings.replace-and-translate"
# rules = ["dict.set", "dict.pairs", "expr.dict"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# replace() and translate().
print("aaa".replace("a", "b"), "aaa".replace("a", "b", 2), "abc".replace("", "-"), "abc".replace("x", "y"), "aXbX".replace("X", ""))
t = str.maketrans("abc", "xyz", "d")
print("abcd".translate(t), "abc".translate({97: "AA", 98: None, ord("c"): 67}), str.maketrans({"a": 1}))
