# /// gradus
# id = "lists.constructor"
# rules = ["iterator.map", "iteration.pull", "expr.elements", "iteration.star"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# list() copies any iterable.
xs = [1, 2]
print(list(), list(xs) is xs, list("ab"), list({1: 2}), list(range(3)), list((1,)), list(map(str, xs)), [*xs] == xs)
try:
    list(5)
except TypeError as e:
    print(e)
