"""A binary heap with any key, decrease-key, merging and stable order; used for scheduling and Huffman codes."""
from collections import Counter
from functools import total_ordering
from itertools import count


class Heap:
    def __init__(self, items=(), *, key=None, reverse=False):
        self.key = key or (lambda x: x)
        self.sign = (lambda a, b: b < a) if reverse else (lambda a, b: a < b)
        self.tick = count()
        self.data, self.where = [], {}
        for x in items:
            self.push(x)

    def _less(self, i, j):
        (a, m, _), (b, n, _) = self.data[i], self.data[j]
        return self.sign(a, b) or (not self.sign(b, a) and m < n)

    def _swap(self, i, j):
        d = self.data
        d[i], d[j] = d[j], d[i]
        self.where[id(d[i][2])], self.where[id(d[j][2])] = i, j

    def _up(self, i):
        while i and self._less(i, p := (i - 1) // 2):
            self._swap(i, p)
            i = p

    def _down(self, i):
        n = len(self.data)
        while (c := 2 * i + 1) < n:
            if c + 1 < n and self._less(c + 1, c):
                c += 1
            if not self._less(c, i):
                break
            self._swap(i, c)
            i = c

    def push(self, x):
        self.data.append((self.key(x), next(self.tick), x))
        self.where[id(x)] = len(self.data) - 1
        self._up(len(self.data) - 1)
        return self

    def pop(self):
        if not self.data:
            raise IndexError("pop from an empty heap")
        self._swap(0, -1) if len(self.data) > 1 else None
        _, _, x = self.data.pop()
        self.where.pop(id(x))
        if self.data:
            self.where[id(self.data[0][2])] = 0
            self._down(0)
        return x

    def update(self, x):
        i = self.where[id(x)]
        self.data[i] = (self.key(x), self.data[i][1], x)
        self._up(i)
        self._down(self.where[id(x)])

    def __len__(self):
        return len(self.data)

    def __iter__(self):
        """Drains the heap."""
        while self:
            yield self.pop()

    def __iadd__(self, other):
        for x in other:
            self.push(x)
        return self


@total_ordering
class Job:
    def __init__(self, name, urgency, *after):
        self.name, self.urgency, self.after = name, urgency, after

    def __eq__(self, other):
        return self.urgency == other.urgency

    def __gt__(self, other):
        return self.urgency > other.urgency

    __hash__ = object.__hash__

    def __repr__(self):
        return f"{self.name}@{self.urgency}"


numbers = [[5], [3], [8], [1], [9], [2]]
print([x[0] for x in Heap(numbers)], [x[0] for x in Heap(numbers, reverse=True)])
words = [[w] for w in "the quick brown fox jumps over the lazy dog".split()]
print([w[0] for w in Heap(words, key=lambda w: len(w[0]))])
jobs = [Job("wash", 3), Job("cook", 1), Job("eat", 1), Job("sleep", 9), Job("read", 3)]
h = Heap(jobs)
jobs[3].urgency = 0
h.update(jobs[3])
jobs[1].urgency = 5
h.update(jobs[1])
print(len(h), list(h), len(h), bool(h), max(jobs), min(jobs), sorted(jobs)[2:], jobs[0] <= jobs[4])
for bad in (lambda: h.pop(), lambda: h.update(jobs[0]), lambda: Heap([[1], ["a"]])):
    try:
        bad()
    except (IndexError, KeyError, TypeError) as e:
        print(type(e).__name__, e if not isinstance(e, KeyError) else "")
h += jobs[:2]
h += Heap([Job("extra", -1)])
print(*h)


def schedule(jobs, workers):
    done, running, clock = set(), Heap(key=lambda r: r[0]), 0
    waiting = list(jobs)
    while waiting or running:
        ready = Heap((j for j in waiting if done.issuperset(j.after)), reverse=True)
        while ready and len(running) < workers:
            job = ready.pop()
            waiting.remove(job) if job in waiting else None
            running.push([clock + len(job.name), job.name])
        if not running:
            raise RuntimeError(f"deadlock: {[j.name for j in waiting]}")
        clock, name = running.pop()
        done.add(name)
        yield clock, name


plan = [Job("plan", 5), Job("build", 6, "plan"), Job("test", 7, "build"), Job("docs", 1, "plan"), Job("ship", 10, "test", "docs")]
print(list(schedule(plan, 2)), list(schedule(plan, 1)))
try:
    for step in schedule([Job("a", 1), Job("b", 2, "c"), Job("c", 3, "b")], 2):
        print(step)
except RuntimeError as e:
    print(e)


def huffman(text):
    heap = Heap(([n, c] for c, n in sorted(Counter(text).items())), key=lambda t: t[0])
    while len(heap) > 1:
        a, b = heap.pop(), heap.pop()
        heap.push([a[0] + b[0], (a[1], b[1])])

    def walk(tree, prefix):
        if isinstance(tree, str):
            yield tree, prefix or "0"
        else:
            for bit, branch in enumerate(tree):
                yield from walk(branch, prefix + str(bit))
    return dict(walk(heap.pop()[1], ""))


text = "abracadabra alakazam"
codes = huffman(text)
bits = "".join(codes[c] for c in text)
print(codes, len(bits), bits)
back, out, cur = {v: k for k, v in codes.items()}, [], ""
for b in bits:
    cur += b
    if cur in back:
        out.append(back[cur])
        cur = ""
print("".join(out) == text, huffman("aaaa"))
