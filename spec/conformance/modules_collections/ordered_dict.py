# /// gradus
# id = "modules-collections.ordered-dict"
# rules = ["convert.len", "convert.len.check", "stmt.global", "stmt.def.annotation"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# OrderedDict compares with order and can move keys.
from collections import OrderedDict

d = OrderedDict(a=1, b=2, c=3)
d.move_to_end("a")
print(list(d.items()), d.popitem(last=False), list(d))
d.move_to_end("a", last=False)
print(list(d), OrderedDict(a=1, b=2) == OrderedDict(b=2, a=1), OrderedDict(a=1, b=2) == dict(b=2, a=1), list(reversed(d)), isinstance(d, dict))
