# /// gradus
# id = "comprehensions.unpacking-targets"
# rules = ["bind.starred", "iteration.unpack.star"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# The target of a comprehension may be any target list.
class C:
    pass

c = C()
print([a + b for a, b in [(1, 2), (3, 4)]], [x for x, in [(1,), (2,)]], [last for *_, last in ["abc", [1, 2]]])
print([c.x for c.x in "ab"], c.x)
