# /// gradus
# id = "comprehensions.several-conditions"
# rules = ["expr.listcomp.element", "expr.listcomp", "expr.comprehension", "expr.comprehension.for"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# Conditions are tested in order, each once, and a false one skips the rest.
def t(name, v):
    print(name, end=" ")
    return v

print([x for x in range(3) if t("a", x > 0) if t("b", x > 1)])
