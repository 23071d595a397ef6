"""Heaps: lists in which no item is less than the one at half its place (counted from 1), so the first is smallest."""

__all__ = ['heappush', 'heappop', 'heapify', 'heapreplace', 'merge', 'nlargest', 'nsmallest', 'heappushpop']

from _heapq import *
from _heapq import _heapify_max, _heappop_max, _heapreplace_max


def merge(*iterables, key=None, reverse=False):
    """The items of several sorted iterables in one sorted order."""
    sources = []
    for number, iterable in enumerate(iterables):
        source = _Source(iter(iterable), number, key, reverse)
        if source.advance():
            sources.append(source)
    heapify(sources)
    while sources:
        source = sources[0]
        yield source.item
        if source.advance():
            heapreplace(sources, source)
        else:
            heappop(sources)


class _Source:
    """An iterator with its next item; ordered by it, and by its number where items are equal."""

    __slots__ = ('iterator', 'number', 'key_function', 'reverse', 'item', 'key')

    def __init__(self, iterator, number, key, reverse):
        self.iterator = iterator
        self.number = number
        self.key_function = key
        self.reverse = reverse

    def advance(self):
        for self.item in self.iterator:
            self.key = self.item if self.key_function is None else self.key_function(self.item)
            return True
        return False

    def __lt__(self, other):
        if self.reverse:
            if other.key < self.key:
                return True
            return not self.key < other.key and self.number < other.number
        if self.key < other.key:
            return True
        return not other.key < self.key and self.number < other.number


def nsmallest(n, iterable, key=None):
    """The n smallest items in ascending order."""
    return sorted(iterable, key=key)[:max(n, 0)]


def nlargest(n, iterable, key=None):
    """The n largest items in descending order."""
    return sorted(iterable, key=key, reverse=True)[:max(n, 0)]
