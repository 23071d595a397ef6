# /// gradus
# id = "subscripts.calls-and-generators-in-target"
# rules = ["expr.ifexp.test", "expr.generatorexp.element", "expr.generatorexp", "expr.generatorexp.run"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# A subscript target may hold a call with a generator expression, and the value may be a called lambda.
d = {}
d[max(x for x in (1, 2))] = (lambda t: t)(5)
d[(lambda: "k")()], d[sum(x for x in range(4))] = [c for c in "ab"]
print(d)
