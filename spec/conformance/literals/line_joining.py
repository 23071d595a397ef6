# /// gradus
# id = "literals.line-joining"
# rules = ["expr.boolop.test", "operator.binary", "expr.binop", "expr.list"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# Lines are joined by brackets and by a backslash; semicolons separate statements.
total = 1 + \
    2
xs = [1,
      2,  # a comment
      3]; ys = (xs
                [0])
if total == 3 and \
   ys == 1: print(total, xs, ys); print("same line")
