# /// gradus
# id = "boolean.conditional-evaluates-test-first"
# rules = ["expr.ifexp", "expr.test"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# A conditional expression evaluates its test first, then only one branch.
def show(x):
    print("eval", x)
    return x

print(show("then") if show(1) else show("else"))
print(show("then") if show(0) else show("else"))
