# /// gradus
# id = "control.while-else"
# rules = ["stmt.break", "stmt.while", "augment.name", "operator.inplace"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# The else suite of `while` runs when the test turns false, not after break.
def f(stop):
    n = 0
    while n < 3:
        if n == stop:
            break
        n += 1
    else:
        return "else", n
    return "break", n

print(f(1), f(5))
while False:
    pass
else:
    print("else of no turns")
