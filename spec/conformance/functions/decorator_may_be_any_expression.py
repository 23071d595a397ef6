# /// gradus
# id = "functions.decorator-may-be-any-expression"
# rules = ["dict.set", "run.lambda", "dict.pairs", "expr.dict"]
# python = ">=3.9"
# expect = "exit 0"
# ///
# Since 3.9 a decorator may be any expression.
table = {"twice": lambda f: lambda: f() * 2}

@table["twice"]
def f():
    return 21

@(lambda f: f())
def g():
    return "called"

print(f(), g)
