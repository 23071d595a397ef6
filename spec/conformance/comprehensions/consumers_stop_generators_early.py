# /// gradus
# id = "comprehensions.consumers-stop-generators-early"
# rules = ["container.contains.iter", "operator.equal", "expr.generatorexp.element", "expr.generatorexp"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# A generator expression is lazy: consumers stop it early.
def show(x):
    print("eval", x)
    return x

print(any(show(x) > 1 for x in range(10)))
print(all(show(x) < 1 for x in range(10)))
print(3 in (show(x) for x in range(2, 9)))
