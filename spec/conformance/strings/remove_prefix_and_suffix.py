# /// gradus
# id = "strings.remove-prefix-and-suffix"
# rules = []
# python = ">=3.9"
# expect = "exit 0"
# ///
# Since 3.9 removeprefix() and removesuffix() remove a whole string at most once.
print("foofoobar".removeprefix("foo"), "bar".removeprefix("x"), "a.py.py".removesuffix(".py"), repr("x".removesuffix("")), b"abc".removeprefix(b"a"))
