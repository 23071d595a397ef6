# /// gradus
# id = "builtins.object-and-type-of-builtins"
# rules = ["expr.generatorexp", "expr.generatorexp.run", "expr.dict", "dict.pairs"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# Types of common values.
for v in (1, 1.5, 1j, "", b"", bytearray(), [], (), {}, set(), frozenset(), range(1), slice(1), None, ..., NotImplemented, len, lambda: 0, [].append, str.upper, int, iter([]), iter({}), {}.keys(), map(str, []), zip(), enumerate([]), (x for x in []), property(), super(int, 1), type(lambda: 0)):
    print(type(v).__name__, end=" ")
print()
