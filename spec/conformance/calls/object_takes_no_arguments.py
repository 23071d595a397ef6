# /// gradus
# id = "calls.object-takes-no-arguments"
# rules = ["stmt.pass", "run.lambda", "expr.lambda", "exception.str"]
# python = ">=3.10"
# expect = "exit 0"
# ///
# A class without __init__ and __new__ takes no arguments.
class C:
    pass

class D:
    def __init__(self, a):
        self.a = a

for call in (lambda: C(1), lambda: object(1), lambda: D(), lambda: D(1, 2), lambda: C(x=1)):
    try:
        call()
    except TypeError as e:
        print(e)
