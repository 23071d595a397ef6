# /// gradus
# id = "literals.dict-display-order"
# rules = ["dict.merge", "dict.set", "dict.pairs", "expr.dict"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# A dict display evaluates key, value, key, value; a later key wins but keeps the first place and key.
def show(x):
    print("eval", x)
    return x

print({show("a"): show(1), show("b"): show(2), **show({"a": 3, "c": 4})})
print({1: "int", 1.0: "float", True: "bool"})
