# /// gradus
# id = "comprehensions.conditional-element"
# rules = ["expr.ifexp.test", "expr.listcomp.element", "expr.ifexp", "expr.listcomp"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# An if-else in the element is not a condition of the comprehension.
print([x if x % 2 else -x for x in range(5)], [x for x in range(5) if (x if x % 2 else 0)])
