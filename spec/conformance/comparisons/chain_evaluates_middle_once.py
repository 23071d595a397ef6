# /// gradus
# id = "comparisons.chain-evaluates-middle-once"
# rules = ["expr.compare"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# In a < b < c the middle operand is evaluated once.
def show(x):
    print("eval", x)
    return x

print(show(1) < show(2) < show(3))
print(show(3) < show(2) < show(1))
print(show(1) < show(5) > show(2) != show(9))
