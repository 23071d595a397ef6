# /// gradus
# id = "iteration.next-method-of-builtin-iterators"
# rules = ["iterator.next", "expr.generatorexp", "expr.generatorexp.element", "expr.generatorexp.run"]
# python = ">=3.10"
# expect = "exit 0"
# ///
# __next__ of a built-in iterator raises StopIteration at the end.
it = iter([1, 2])
print(it.__next__(), it.__next__())
try:
    it.__next__()
except StopIteration as e:
    print("end", e.value)
g = (x for x in (7,))
print(g.__next__())
