# /// gradus
# id = "comprehensions.generator-first-iterable-is-eager"
# rules = ["expr.generatorexp.element", "expr.generatorexp", "expr.generatorexp.run", "builtin.next"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# A generator expression evaluates its first iterable at once and the rest when it runs.
def show(x):
    print("eval", x)
    return x

g = (show(i) for i in show([1, 2]) for j in show("x"))
print("made")
print(next(g))
print(list(g))
