# /// gradus
# id = "exceptions.finally-overrides-with-break-and-continue"
# rules = ["stmt.continue", "stmt.break", "augment.name", "operator.inplace"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# `break` and `continue` in finally discard a return or an exception under way.
def f():
    for i in range(3):
        try:
            return "never"
        finally:
            break
    return "after break"

def g():
    n = 0
    for i in range(3):
        try:
            raise ValueError
        finally:
            n += 1
            continue
    return n

print(f(), g())
