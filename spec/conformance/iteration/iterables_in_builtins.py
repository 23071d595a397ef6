# /// gradus
# id = "iteration.iterables-in-builtins"
# rules = ["expr.ifexp.test", "builtin.sum", "iterator.map", "iteration.pull"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# sum, min, max, sorted, any, all, tuple, set, dict and join take any iterable.
def gen(n):
    for i in range(n):
        yield (i * 7) % 5

print(sum(gen(5)), min(gen(5)), max(gen(5)), sorted(gen(5)), any(gen(1)), all(gen(3)), tuple(gen(3)))
print(sorted(set(gen(10))), dict((k, k * 2) for k in gen(3)), "-".join(str(i) for i in gen(4)), list(map(str, gen(2))))
