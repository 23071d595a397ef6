# /// gradus
# id = "boolean.short-circuit"
# rules = ["expr.boolop"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# The right operand of `and` and `or` is evaluated only when it is needed.
def show(x):
    print("eval", x)
    return x

print(show(0) and show(1))
print(show(1) and show(2))
print(show(0) or show(3))
print(show(4) or show(5))
print(show(0) and show(1) or show(2) and show(3))
