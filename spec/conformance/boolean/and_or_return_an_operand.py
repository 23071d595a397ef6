# /// gradus
# id = "boolean.and-or-return-an-operand"
# rules = ["expr.boolop", "dict.pairs", "expr.dict", "expr.unaryop"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# `and` and `or` give the operand that decided, not a bool.
print(0 and 1, 2 and 3, "" or "x", [] or {}, 1 or 0, None and 1)
print(1 and 2 and 3, 1 and 0 and 3, 0 or "" or None, 0 or 5 or 6)
print(not 0, not "a", not not 3, not None)
