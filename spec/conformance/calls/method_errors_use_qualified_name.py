# /// gradus
# id = "calls.method-errors-use-qualified-name"
# rules = ["run.lambda", "expr.lambda", "exception.str", "str.new"]
# python = ">=3.10"
# expect = "exit 0"
# ///
# Since 3.10 the texts of binding errors use the qualified name.
class C:
    def m(self, a):
        pass

def outer():
    def inner(a):
        pass
    return inner

for call in (lambda: C().m(), lambda: C().m(1, 2), lambda: outer()(), lambda: C.m(), lambda: (lambda q: 0)()):
    try:
        call()
    except TypeError as e:
        print(e)
