# /// gradus
# id = "control.elif-chain"
# rules = ["expr.compare", "expr.test"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# The tests of if/elif are evaluated in order until one is true.
def t(name, value):
    print("test", name)
    return value

for k in range(4):
    if t("a", k == 0):
        print("A")
    elif t("b", k == 1):
        print("B")
    elif t("c", k == 2):
        print("C")
    else:
        print("E")
