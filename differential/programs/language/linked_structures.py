"""Linked list, ring buffer, red-black-like tree (treap), and skip-free sorted dict: full container protocols."""
from itertools import islice


class LinkedList:
    class Node:
        __slots__ = ("value", "next")

        def __init__(self, value, next=None):
            self.value, self.next = value, next

    def __init__(self, items=()):
        self.head = self.tail = None
        self.size = 0
        self.extend(items)

    def nodes(self):
        node = self.head
        while node:
            yield node
            node = node.next

    def __iter__(self):
        return (n.value for n in self.nodes())

    def __len__(self):
        return self.size

    def append(self, x):
        node = self.Node(x)
        if self.tail is None:
            self.head = self.tail = node
        else:
            self.tail.next = self.tail = node
        self.size += 1

    def extend(self, items):
        for x in items:
            self.append(x)

    def _at(self, i):
        if i < 0:
            i += self.size
        if not 0 <= i < self.size:
            raise IndexError(f"index {i} out of range({self.size})")
        return next(islice(self.nodes(), i, None))

    def __getitem__(self, i):
        if isinstance(i, slice):
            return LinkedList([self._at(k).value for k in range(*i.indices(self.size))])
        return self._at(i).value

    def __setitem__(self, i, value):
        self._at(i).value = value

    def __delitem__(self, i):
        node = self._at(i)
        if node is self.head:
            self.head = node.next
            prev = None
        else:
            prev = self._at(i - 1 if i > 0 else self.size + i - 1)
            prev.next = node.next
        if node is self.tail:
            self.tail = prev
        self.size -= 1

    def reverse(self):
        prev, node = None, self.head
        self.head, self.tail = self.tail, self.head
        while node:
            node.next, prev, node = prev, node, node.next
        return self

    def __add__(self, other):
        return LinkedList([*self, *other])

    def __iadd__(self, other):
        self.extend(list(other))
        return self

    def __eq__(self, other):
        return len(self) == len(other) and all(a == b for a, b in zip(self, other))

    def __repr__(self):
        return f"({' -> '.join(map(repr, self))})"


xs = LinkedList("abc")
alias = xs
xs += xs
xs[0], xs[-1] = xs[-1], xs[0]
print(xs, len(xs), xs is alias, xs[1:-1:2], xs[::-1], "c" in xs, xs == list("cbcaba"), xs + [1])
del xs[0], xs[-1], xs[1]
print(xs, xs.tail.value, xs.reverse(), xs.tail.value, [*reversed(xs)], LinkedList(), bool(LinkedList()))
a, *rest, z = xs
print(a, rest, z, *zip(xs, range(9)), sorted(xs), max(xs), sum(LinkedList([1, 2])), "".join(xs))
for bad in (lambda: xs[9], lambda: xs[-9], lambda: xs["a"], lambda: xs.__delitem__(3)):
    try:
        bad()
    except (IndexError, TypeError) as e:
        print(type(e).__name__, e)


class Ring:
    def __init__(self, size):
        self.buffer, self.start, self.count = [None] * size, 0, 0

    def push(self, x):
        n = len(self.buffer)
        self.buffer[(self.start + self.count) % n] = x
        if self.count == n:
            self.start = (self.start + 1) % n
        else:
            self.count += 1
        return self

    def __iter__(self):
        for i in range(self.count):
            yield self.buffer[(self.start + i) % len(self.buffer)]


r = Ring(3)
print([list(r.push(c)) for c in "abcde"], r.buffer)


class SortedDict:
    """A treap with deterministic priorities."""

    class Node:
        __slots__ = "key", "value", "left", "right", "priority", "size"

        def __init__(self, key, value, priority):
            self.key, self.value, self.priority = key, value, priority
            self.left = self.right = None
            self.size = 1

        def fix(self):
            self.size = 1 + sum(c.size for c in (self.left, self.right) if c)
            return self

    def __init__(self, items=()):
        self.root, self.seed = None, 12345
        for k, v in items:
            self[k] = v

    def split(self, t, key):
        if t is None:
            return None, None
        if t.key < key:
            t.right, right = self.split(t.right, key)
            return t.fix(), right
        left, t.left = self.split(t.left, key)
        return left, t.fix()

    def merge(self, a, b):
        if a is None or b is None:
            return a or b
        if a.priority > b.priority:
            a.right = self.merge(a.right, b)
            return a.fix()
        b.left = self.merge(a, b.left)
        return b.fix()

    def find(self, key):
        t = self.root
        while t and t.key != key:
            t = t.left if key < t.key else t.right
        return t

    def __setitem__(self, key, value):
        if t := self.find(key):
            t.value = value
            return
        self.seed = self.seed * 1103515245 + 12345 & 0x7FFFFFFF
        left, right = self.split(self.root, key)
        self.root = self.merge(self.merge(left, self.Node(key, value, self.seed)), right)

    def __getitem__(self, key):
        if isinstance(key, slice):
            return [(k, v) for k, v in self.items() if (key.start is None or k >= key.start) and (key.stop is None or k < key.stop)]
        if (t := self.find(key)) is None:
            raise KeyError(key)
        return t.value

    def __delitem__(self, key):
        self[key]
        left, rest = self.split(self.root, key)

        def drop(t):
            if t.left is None:
                return t.right
            t.left = drop(t.left)
            return t.fix()
        self.root = self.merge(left, drop(rest))

    def items(self):
        def walk(t):
            if t:
                yield from walk(t.left)
                yield t.key, t.value
                yield from walk(t.right)
        return walk(self.root)

    def nth(self, i):
        t = self.root
        while t:
            n = t.left.size if t.left else 0
            if i == n:
                return t.key
            t, i = (t.left, i) if i < n else (t.right, i - n - 1)
        raise IndexError(i)

    def __len__(self):
        return self.root.size if self.root else 0

    def __iter__(self):
        return (k for k, _ in self.items())

    def depth(self):
        def d(t):
            return 1 + max(d(t.left), d(t.right)) if t else 0
        return d(self.root)


d = SortedDict((n * 37 % 101, n) for n in range(101))
print(len(d), list(d)[:5], d[37], d.nth(50), d[95:], d.depth() < 25, [*d] == sorted(d), dict(d[:3]))
for k in range(0, 101, 2):
    del d[k]
d[1] = "one"
print(len(d), list(d)[:4], d[:4], d.nth(0), d.nth(49), 4 in d, 5 in d)
for bad in (lambda: d[2], lambda: d.__delitem__(200), lambda: d.nth(50), lambda: d.__setitem__("s", 1)):
    try:
        bad()
    except (KeyError, IndexError, TypeError) as e:
        print(type(e).__name__, e)
