# /// gradus
# id = "comprehensions.generator-iter-error-is-eager"
# rules = ["run.generator.stop", "expr.generatorexp", "expr.generatorexp.run", "builtin.next"]
# python = ">=3.8,<3.14"
# expect = "exit 0"
# ///
# A first iterable that can't be iterated fails when the generator expression is made.
try:
    g = (x for x in 5)
    print("never")
except TypeError as e:
    print(e)
g = (y for x in [1] for y in 5)
print("made")
try:
    next(g)
except TypeError as e:
    print(e)
