# /// gradus
# id = "generators.recursive-generators"
# rules = ["expr.yieldfrom", "generator.delegate.send", "builtin.isinstance", "expr.yield"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# Generators may delegate to themselves.
def walk(tree):
    if isinstance(tree, list):
        for t in tree:
            yield from walk(t)
    else:
        yield tree

def down(n):
    if n:
        yield n
        yield from down(n - 1)

print(list(walk([1, [2, [3, 4], []], 5])), sum(down(50)))
