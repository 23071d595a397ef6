# /// gradus
# id = "comprehensions.generator-sees-later-bindings"
# rules = ["expr.generatorexp.element", "expr.generatorexp", "expr.generatorexp.run", "builtin.next"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# The rest of a generator expression sees variables as they are when it runs.
k = 1
g = (x * k for x in [1, 2, 3])
k = 10
print(next(g))
k = 100
print(list(g))
