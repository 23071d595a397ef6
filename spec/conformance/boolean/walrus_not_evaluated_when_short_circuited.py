# /// gradus
# id = "boolean.walrus-not-evaluated-when-short-circuited"
# rules = ["expr.namedexpr", "expr.boolop", "name.delete", "stmt.try.handlers"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# A name bound by := in an operand that is skipped stays unbound.
def f(flag):
    flag and (x := 1)
    try:
        return x
    except UnboundLocalError as e:
        return type(e).__name__

print(f(True), f(False))
