# /// gradus
# id = "exceptions.empty-tuple-catches-nothing"
# rules = ["operator.binary", "expr.binop", "name.delete", "stmt.try.handlers"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# A handler may name a tuple of classes; an empty one catches nothing.
try:
    try:
        1 / 0
    except (ValueError, ArithmeticError) as e:
        print(type(e).__name__)
    try:
        1 / 0
    except ():
        print("never")
except ZeroDivisionError:
    print("empty tuple catches nothing")
