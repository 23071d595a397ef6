# /// gradus
# id = "literals.one-element-and-nested-repr"
# rules = ["object.str", "expr.set", "set.update", "convert.repr"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# Containers show their items by repr().
class R:
    def __repr__(self):
        return "R!"

    def __str__(self):
        return "S!"

print([R()], (R(),), {R(): R()}, {R()}, [1.0, "a", b"b", None, (1,)], frozenset([1]), set(), frozenset(), {})
