# /// gradus
# id = "boolean.conditional-nests-to-the-right"
# rules = ["expr.listcomp.element", "expr.ifexp", "expr.listcomp", "expr.comprehension"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# a if b else c if d else e groups from right to left.
for n in (-5, 0, 5):
    print("neg" if n < 0 else "zero" if n == 0 else "pos")
print((1 if 0 else 2) if 1 else 3, [1 if x else 2 for x in (0, 1)])
