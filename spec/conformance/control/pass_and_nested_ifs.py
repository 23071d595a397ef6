# /// gradus
# id = "control.pass-and-nested-ifs"
# rules = ["stmt.pass", "expr.test"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# An `if` without `else` may do nothing; a dangling else belongs to the nearest indentation.
def f(a, b):
    if a:
        if b:
            return "both"
    else:
        return "not a"
    pass

print(f(1, 1), f(1, 0), f(0, 1))
