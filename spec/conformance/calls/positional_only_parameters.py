# /// gradus
# id = "calls.positional-only-parameters"
# rules = ["run.lambda", "expr.lambda", "exception.str", "str.new"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# Parameters before / can't be given by name; their names are free for **kwargs.
def f(a, b=2, /, c=3):
    return a, b, c

def g(a, /, **kw):
    return a, kw

print(f(1), f(1, 5, c=6), f(1, 5, 6), g(1, a=2))
for call in (lambda: f(a=1), lambda: f(1, b=2), lambda: g(a=1)):
    try:
        call()
    except TypeError as e:
        print(e)
