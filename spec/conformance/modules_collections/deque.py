# /// gradus
# id = "modules-collections.deque"
# rules = ["delete.subscript", "container.delitem", "convert.len", "object.str"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# deque is fast at both ends and may have a maximum length.
from collections import deque

d = deque([1, 2, 3])
d.append(4)
d.appendleft(0)
print(d, d.pop(), d.popleft(), len(d), d[1], list(reversed(d)))
d.extend([4, 5])
d.extendleft([0, -1])
d.rotate(2)
print(d, d.index(5), d.count(5), 3 in d)
d.remove(5)
d.insert(1, "i")
d[0] = "z"
del d[-1]
print(d, deque([1, 2, 3], maxlen=2), deque("ab") == deque(["a", "b"]), deque([1]) + deque([2]), d.copy() == d)
for f in (lambda: deque().pop(), lambda: deque()[0], lambda: d.remove("nope")):
    try:
        f()
    except (IndexError, ValueError) as e:
        print(type(e).__name__)
