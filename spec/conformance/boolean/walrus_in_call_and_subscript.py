# /// gradus
# id = "boolean.walrus-in-call-and-subscript"
# rules = ["expr.namedexpr", "expr.slice", "expr.list", "expr.subscript"]
# python = ">=3.10"
# expect = "exit 0"
# ///
# := is allowed as a positional argument and inside a subscript.
def f(*args, **kw):
    return args, kw

print(f(a := 1, b := 2, c=(d := 3)), a, b, d)
xs = [10, 20, 30]
print(xs[i := 1], i, xs[(i := 0):(j := 2)], j)
