"""Iterators that are built out of other iterators."""

__all__ = [
    'accumulate', 'batched', 'chain', 'combinations', 'combinations_with_replacement', 'compress', 'count', 'cycle',
    'dropwhile', 'filterfalse', 'groupby', 'islice', 'pairwise', 'permutations', 'product', 'repeat', 'starmap',
    'takewhile', 'tee', 'zip_longest',
]

from _itertools import *
from _operator import index as _index

_missing = object()


class _Iterator:
    """What all have in common: each is its own iterator."""

    __slots__ = ()

    def __iter__(self, /):
        return self


# ---- Groups ---------------------------------------------------------------------------------------------------------

class groupby(_Iterator):
    """Pairs of a key and an iterator over the items that follow each other and have this key."""

    __slots__ = ('_iterator', '_function', '_target', '_key', '_item', '_group')

    def __new__(cls, iterable, key=None):
        self = object.__new__(cls)
        self._iterator = iter(iterable)
        self._function = key
        self._target = self._key = self._item = _missing
        self._group = None
        return self

    def __next__(self, /):
        self._group = None
        # Skip what nobody took of the last group.
        while self._key is _missing or self._target is not _missing and (
                self._target is self._key or self._target == self._key):
            self._step()
        self._target = self._key
        self._group = _grouper(self, self._target)
        return (self._key, self._group)

    def _step(self):
        item = next(self._iterator)
        self._key = item if self._function is None else self._function(item)
        self._item = item


class _grouper(_Iterator):
    __slots__ = ('_parent', '_target')

    def __new__(cls, parent, target, /):
        self = object.__new__(cls)
        self._parent = parent
        self._target = target
        return self

    def __next__(self, /):
        parent = self._parent
        # A group ends for good when the next one has been asked for.
        if parent._group is not self:
            raise StopIteration
        if parent._item is _missing:
            parent._step()
        if not (self._target is parent._key or self._target == parent._key):
            raise StopIteration
        item, parent._item = parent._item, _missing
        return item


# ---- Several iterators over one -------------------------------------------------------------------------------------

class _Link:
    """An item of the chain that the iterators of `tee` share; the last one has neither item nor successor yet."""

    __slots__ = ('item', 'next')

    def __init__(self):
        self.item = self.next = _missing


class _tee(_Iterator):
    __slots__ = ('_iterator', '_link')

    def __new__(cls, iterable, /):
        self = object.__new__(cls)
        self._iterator = iter(iterable)
        self._link = _Link()
        return self

    def __next__(self, /):
        link = self._link
        if link.next is _missing:
            # This one is ahead of the others: it gets the next item for all.
            link.item = next(self._iterator)
            link.next = _Link()
        self._link = link.next
        return link.item

    def __copy__(self, /):
        other = object.__new__(type(self))
        other._iterator = self._iterator
        other._link = self._link
        return other


def tee(iterable, n=2, /):
    """A tuple of n iterators that each give all items."""
    n = _index(n)
    if n < 0:
        raise ValueError('n must be >= 0')
    if n == 0:
        return ()
    iterator = iter(iterable)
    first = iterator if hasattr(iterator, '__copy__') else _tee(iterator)
    others = [first]
    while len(others) < n:
        others.append(first.__copy__())
    return tuple(others)
