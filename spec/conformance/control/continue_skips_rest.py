# /// gradus
# id = "control.continue-skips-rest"
# rules = ["stmt.continue", "stmt.while", "augment.name", "operator.inplace"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# `continue` goes to the next turn, through the test of a `while`.
n = 0
while n < 5:
    n += 1
    if n % 2:
        continue
    print(n)
for c in "abc":
    if c == "b":
        continue
    print(c)
else:
    print("else after continue")
