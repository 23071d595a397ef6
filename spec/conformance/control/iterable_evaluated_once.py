# /// gradus
# id = "control.iterable-evaluated-once"
# rules = ["expr.list"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# The iterable of a `for` is evaluated once, before the first turn.
def items():
    print("evaluated")
    return [1, 2]

for x in items():
    print(x)
n = 2
for i in range(n):
    n = 10
print(i, n)
