# /// gradus
# id = "calls.keywords-may-be-any-strings-through-star"
# rules = ["call.doublestar", "dict.set", "dict.pairs", "expr.dict"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# Through ** any string may be a keyword.
def f(**kw):
    return kw

print(f(**{"a b": 1, "class": 2, "": 3}))
print(dict(**{"1": 2}))
