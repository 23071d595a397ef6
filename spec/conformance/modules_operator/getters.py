# /// gradus
# id = "modules-operator.getters"
# rules = ["bind.starred", "iteration.unpack.star", "call.star"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# itemgetter, attrgetter and methodcaller.
from operator import attrgetter, itemgetter, methodcaller

class P:
    def __init__(self, x):
        self.x = x
        self.me = self

rows = [("b", 2), ("a", 3), ("c", 1)]
print(sorted(rows, key=itemgetter(1)), itemgetter(0, 2)("xyz"), itemgetter("k")({"k": 5}), attrgetter("x")(P(1)), attrgetter("me.x", "x")(P(2)), methodcaller("split", ",", 1)("a,b,c"), itemgetter(slice(1, 3))([1, 2, 3]))
