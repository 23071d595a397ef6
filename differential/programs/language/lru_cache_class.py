"""An LRU cache on a doubly linked list, as class, as decorator and as mapping."""
import functools


class Link:
    __slots__ = ("key", "value", "prev", "next")

    def __init__(self, key=None, value=None):
        self.key, self.value = key, value
        self.prev = self.next = self


class LRU:
    def __init__(self, size, *, on_evict=None):
        if size < 1:
            raise ValueError(f"size must be positive, not {size}")
        self.size = size
        self.links = {}
        self.root = Link()
        self.on_evict = on_evict
        self.hits = self.misses = 0

    def _unlink(self, link):
        link.prev.next, link.next.prev = link.next, link.prev

    def _push(self, link):
        last = self.root.prev
        last.next = self.root.prev = link
        link.prev, link.next = last, self.root

    def __getitem__(self, key):
        try:
            link = self.links[key]
        except KeyError:
            self.misses += 1
            missing = getattr(type(self), "__missing__", None)
            if missing is None:
                raise
            value = self[key] = missing(self, key)
            return value
        self.hits += 1
        self._unlink(link)
        self._push(link)
        return link.value

    def __setitem__(self, key, value):
        if (link := self.links.get(key)) is not None:
            self._unlink(link)
            link.value = value
        else:
            if len(self.links) >= self.size:
                old = self.root.next
                self._unlink(old)
                del self.links[old.key]
                if self.on_evict:
                    self.on_evict(old.key, old.value)
            link = self.links[key] = Link(key, value)
        self._push(link)

    def __delitem__(self, key):
        self._unlink(self.links.pop(key))

    def __contains__(self, key):
        return key in self.links

    def __len__(self):
        return len(self.links)

    def __iter__(self):
        link = self.root.next
        while link is not self.root:
            yield link.key
            link = link.next

    def __reversed__(self):
        link = self.root.prev
        while link is not self.root:
            yield link.key
            link = link.prev

    def __repr__(self):
        return f"{type(self).__name__}({', '.join(f'{k!r}: {self.links[k].value!r}' for k in self)})"


class Squares(LRU):
    def __missing__(self, key):
        return key ** 2


def cached(size=3):
    def decorate(f):
        cache = LRU(size)

        @functools.wraps(f)
        def wrapper(*args, **kw):
            key = (args, tuple(sorted(kw.items())))
            try:
                return cache[key]
            except KeyError:
                result = cache[key] = f(*args, **kw)
                return result
            finally:
                wrapper.calls += 1
        wrapper.calls = 0
        wrapper.cache = cache
        return wrapper
    return decorate


evicted = []
c = LRU(3, on_evict=lambda k, v: evicted.append((k, v)))
for i, k in enumerate("abcad"):
    c[k] = i
print(c, evicted, len(c), "b" in c, "a" in c)
print(c["c"], list(c), list(reversed(c)))
c["c"] += 10
c["e"] = "new"
print(c, evicted)
del c["c"]
print(c, [*c], bool(c))
for bad in (lambda: c["zzz"], lambda: c.__delitem__("zzz"), lambda: LRU(0), lambda: c[[]]):
    try:
        bad()
    except (KeyError, ValueError, TypeError) as e:
        print(type(e).__name__, e)
s = Squares(2)
print(s[3], s[4], s[3], s[5], s, s.hits, s.misses)


@cached()
def power(base, exp=2, *, mod=None):
    "Raise."
    print("  computing", base, exp, mod)
    return pow(base, exp, mod)


for args, kw in [((2,), {}), ((2, 2), {}), ((2,), {}), ((3,), {"mod": 5}), ((4,), {}), ((2,), {}), ((2,), {"exp": 2})]:
    print(args, kw, power(*args, **kw))
print(power.calls, power.__name__, power.__doc__, power.cache.hits, power.cache.misses, [k[0] for k in power.cache])


@cached(100)
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print(fib(60), fib.calls, fib.cache.hits)
