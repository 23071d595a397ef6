# /// gradus
# id = "builtins.all-and-any"
# rules = ["expr.generatorexp.element", "expr.generatorexp", "expr.generatorexp.run", "expr.comprehension.for"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# all() and any() stop early and give a bool.
print(all([]), any([]), all([1, "a", [0]]), any([0, "", None, 3]), all(x < 3 for x in range(10)), type(any([5])).__name__)
it = iter([1, 0, 5, 6])
print(all(it), list(it))
