# /// gradus
# id = "iteration.exhausted-iterator-stays-exhausted"
# rules = ["expr.compare"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# A list iterator that is exhausted stays so, even when the list grows.
xs = [1]
it = iter(xs)
print(list(it))
xs.append(2)
print(list(it), next(it, "default"))
print(iter(it) is it)
