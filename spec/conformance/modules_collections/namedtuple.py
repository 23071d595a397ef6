# /// gradus
# id = "modules-collections.namedtuple"
# rules = ["convert.len", "object.str", "convert.len.check", "stmt.global"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# namedtuple() makes tuple classes with named fields.
from collections import namedtuple

P = namedtuple("P", "x y")
p = P(1, y=2)
x, y = p
print(p, p.x, p[1], x + y, p == (1, 2), p._replace(x=9), p._asdict(), P._fields, P._make([3, 4]), isinstance(p, tuple), hash(p) == hash((1, 2)))
Q = namedtuple("Q", ["a", "b", "c"], defaults=[5, 6])
print(Q(1), Q._field_defaults, Q(1, c=0))
for f in (lambda: P(1), lambda: P(1, 2, 3), lambda: namedtuple("R", "a a"), lambda: namedtuple("R", "class"), lambda: setattr(p, "x", 1)):
    try:
        f()
    except (TypeError, ValueError, AttributeError) as e:
        print(type(e).__name__)
