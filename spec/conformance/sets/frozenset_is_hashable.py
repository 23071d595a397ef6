# /// gradus
# id = "sets.frozenset-is-hashable"
# rules = ["builtin.hasattr", "container.contains", "container.find", "container.find.hashed"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# A frozenset is immutable and hashable; a set finds it by content.
f = frozenset([1, 2])
s = {f, frozenset([2, 1])}
print(len(s), {1, 2} in s, f == {1, 2}, hash(f) == hash(frozenset([2, 1])), f | {3}, frozenset(), set(), hasattr(f, "add"))
try:
    hash({1})
except TypeError as e:
    print(e)
