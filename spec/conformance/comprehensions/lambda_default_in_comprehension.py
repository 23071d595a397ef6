# /// gradus
# id = "comprehensions.lambda-default-in-comprehension"
# rules = ["expr.listcomp.element", "expr.listcomp", "expr.comprehension", "run.lambda"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# A default binds the loop variable's value of that turn.
print([f() for f in [lambda x=x: x * x for x in range(4)]])
