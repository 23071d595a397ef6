# /// gradus
# id = "tuples.methods-and-immutability"
# rules = ["tuple.hash", "convert.hash", "expr.slice", "attribute.get.object"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# A tuple has count() and index(), hash by content and no item assignment.
t = (1, 2, 1, (3,))
print(t.count(1), t.index(2), t + (4,), t * 2, t[1:], len(t), hash((1, 2)) == hash((1, 2)), tuple("ab"), tuple([1]), () == tuple(), (1, 2) < (1, 3))
for f in (lambda: t.index(9), lambda: hash(([],)), lambda: t.__setitem__(0, 1)):
    try:
        f()
    except (ValueError, TypeError, AttributeError) as e:
        print(e)
