# /// gradus
# id = "comparisons.in-prefers-contains"
# rules = ["container.contains", "expr.ifexp", "expr.compare", "expr.test"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# `in` calls __contains__ of the right operand and makes a bool of the answer.
class C:
    def __contains__(self, x):
        print("contains", x)
        return "yes" if x else ""

    def __iter__(self):
        print("never")

print(1 in C(), 0 in C(), 1 not in C(), 0 not in C())
