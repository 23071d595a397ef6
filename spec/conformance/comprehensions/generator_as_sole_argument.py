# /// gradus
# id = "comprehensions.generator-as-sole-argument"
# rules = ["expr.ifexp.test", "expr.generatorexp.element", "expr.generatorexp", "expr.generatorexp.run"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# A generator expression that is the only argument needs no parentheses of its own.
print(sum(x for x in range(5)), max((x for x in range(3)), default=7), type((i for i in ())).__name__)
print(all(x < 3 for x in range(5)), any(x == 3 for x in range(5)), ",".join(c for c in "abc"))
