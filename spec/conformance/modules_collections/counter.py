# /// gradus
# id = "modules-collections.counter"
# rules = ["dict.getitem", "container.find", "container.find.hashed", "object.str"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# Counter counts, and adds and subtracts as a multiset.
from collections import Counter

c = Counter("abracadabra")
print(c.most_common(2), c["z"], c["a"], sorted(c.elements())[:3], sum(c.values()), c)
c.update("zzz")
c.subtract({"a": 10})
print(c["z"], c["a"], Counter(a=3, b=1) + Counter(a=1, c=2), Counter(a=3, b=1) - Counter(a=1, b=2), Counter(a=3) & Counter(a=1), Counter(a=1) | Counter(b=2), +Counter(a=-1, b=1))
