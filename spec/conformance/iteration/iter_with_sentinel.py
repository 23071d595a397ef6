# /// gradus
# id = "iteration.iter-with-sentinel"
# rules = ["iterator.callable", "operator.equal", "builtin.iter", "list.init"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# iter(callable, sentinel) calls until the result equals the sentinel.
values = iter([3, 1, 4, 0, 5])
it = iter(lambda: next(values), 0)
print(list(it), next(it, "done"), next(values))
try:
    iter(5, 0)
except TypeError:
    print("TypeError")
