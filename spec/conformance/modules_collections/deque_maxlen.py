# /// gradus
# id = "modules-collections.deque-maxlen"
# rules = ["object.str", "augment.attribute", "stmt.global", "stmt.def.annotation"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# A full deque drops from the other end.
from collections import deque

d = deque(maxlen=3)
for i in range(5):
    d.append(i)
print(d, d.maxlen)
d.appendleft("x")
print(d)
e = deque("abcdef", 2)
e.extend("gh")
print(e)
try:
    for x in d:
        d.append(1)
except RuntimeError as e:
    print(e)
