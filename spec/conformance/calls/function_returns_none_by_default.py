# /// gradus
# id = "calls.function-returns-none-by-default"
# rules = ["stmt.pass", "run.lambda", "expr.lambda"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# A function that ends without `return`, or with a bare one, returns None.
def f():
    pass

def g():
    return

def h():
    return 1, 2

print(f(), g(), h(), (lambda: None)())
