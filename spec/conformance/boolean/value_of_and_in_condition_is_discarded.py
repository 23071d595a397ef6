# /// gradus
# id = "boolean.value-of-and-in-condition-is-discarded"
# rules = ["expr.boolop.test", "expr.unaryop.test", "expr.test"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# Nested conditions in `if` short-circuit in the order of the source.
def t(x):
    print("t", x)
    return True

def f(x):
    print("f", x)
    return False

if f(1) and t(2) or t(3) and (f(4) or t(5)):
    print("taken")
if not (t(6) or t(7)):
    print("not taken")
if (f(8) or f(9)) and t(10):
    print("not taken")
