# /// gradus
# id = "comprehensions.dict-key-before-value"
# rules = ["expr.dictcomp", "expr.dictcomp.element", "expr.comprehension", "dict.set"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# A dict comprehension evaluates the key before the value; a later key wins.
def show(x):
    print("eval", x)
    return x

print({show(k): show(v) for k, v in [("a", 1), ("b", 2), ("a", 3)]})
