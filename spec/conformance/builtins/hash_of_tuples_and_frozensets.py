# /// gradus
# id = "builtins.hash-of-tuples-and-frozensets"
# rules = ["expr.set", "set.update", "convert.hash", "expr.compare"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# Hashes depend on content only.
print(hash((1, 2)) == hash((1, 2)), hash((1, 2)) == hash((2, 1)), hash(frozenset({1, 2})) == hash(frozenset({2, 1})), hash(()) == hash(()), hash(range(2)) == hash(range(0, 2, 1)), hash(1.0) == hash(1))
