# /// gradus
# id = "exceptions.handler-expressions-are-lazy"
# rules = ["stmt.pass", "operator.binary", "expr.binop", "stmt.try.handlers"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# The expression of an except clause is evaluated only when an exception gets there, in order.
def kind(name, k):
    print("kind", name)
    return k

try:
    pass
except kind("never", ValueError):
    pass
try:
    1 / 0
except kind("a", ValueError):
    pass
except kind("b", ZeroDivisionError):
    print("caught")
except kind("c", Exception):
    pass
