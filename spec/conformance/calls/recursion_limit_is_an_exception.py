# /// gradus
# id = "calls.recursion-limit-is-an-exception"
# rules = ["builtin.issubclass", "expr.ifexp", "operator.binary", "expr.binop"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# Endless recursion raises RecursionError, which can be caught.
def f(n):
    return f(n + 1)

try:
    f(0)
except RecursionError as e:
    print(type(e).__name__, issubclass(RecursionError, RuntimeError))

def depth(n):
    return 0 if n == 0 else 1 + depth(n - 1)

print(depth(500))
