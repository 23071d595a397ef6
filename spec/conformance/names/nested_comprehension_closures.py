# /// gradus
# id = "names.nested-comprehension-closures"
# rules = ["expr.listcomp.element", "expr.listcomp", "expr.comprehension", "run.lambda"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# Lambdas made in a comprehension share its loop variable.
fs = [lambda: (i, j) for i in range(2) for j in range(2)]
print([f() for f in fs])
gs = [(lambda k: lambda: k)(i) for i in range(3)]
print([g() for g in gs])
