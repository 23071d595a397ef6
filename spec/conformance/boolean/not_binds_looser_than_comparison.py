# /// gradus
# id = "boolean.not-binds-looser-than-comparison"
# rules = ["expr.boolop", "container.contains", "expr.unaryop", "expr.compare"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# `not a == b` is `not (a == b)`, and `not` gives a bool.
print(not 1 == 2, not 1 in [2], not not [])
print(not 0 and 0, not (0 and 0), not 0 or 1)
