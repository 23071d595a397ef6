"""Iterators that are built out of other iterators."""

__all__ = [
    'accumulate', 'batched', 'chain', 'combinations', 'combinations_with_replacement', 'compress', 'count', 'cycle',
    'dropwhile', 'filterfalse', 'groupby', 'islice', 'pairwise', 'permutations', 'product', 'repeat', 'starmap',
    'takewhile', 'tee', 'zip_longest',
]

from _operator import index as _index

_missing = object()


class _Iterator:
    """What all have in common: each is its own iterator."""

    __slots__ = ()

    def __iter__(self, /):
        return self


# ---- Without end ----------------------------------------------------------------------------------------------------

class count(_Iterator):
    """The numbers start, start + step, start + 2 * step, ..."""

    __slots__ = ('_next', '_step')

    def __new__(cls, start=0, step=1):
        self = object.__new__(cls)
        for number in (start, step):
            if not _is_number(number):
                raise TypeError('a number is required')
        self._next = start
        self._step = step
        return self

    def __next__(self, /):
        current = self._next
        self._next = current + self._step
        return current

    def __repr__(self, /):
        if type(self._step) is int and self._step == 1:
            return f'{type(self).__name__}({self._next!r})'
        return f'{type(self).__name__}({self._next!r}, {self._step!r})'


def _is_number(obj):
    cls = type(obj)
    return isinstance(obj, complex) or hasattr(cls, '__index__') or hasattr(cls, '__int__') or hasattr(cls, '__float__')


class cycle(_Iterator):
    """The items of an iterable, again and again."""

    __slots__ = ('_iterator', '_saved', '_place')

    def __new__(cls, iterable, /):
        self = object.__new__(cls)
        self._iterator = iter(iterable)
        self._saved = []
        self._place = 0
        return self

    def __next__(self, /):
        if self._iterator is not None:
            item = next(self._iterator, _missing)
            if item is not _missing:
                self._saved.append(item)
                return item
            self._iterator = None
        if not self._saved:
            raise StopIteration
        item = self._saved[self._place]
        self._place = (self._place + 1) % len(self._saved)
        return item


class repeat(_Iterator):
    """The same object, `times` times or without end."""

    __slots__ = ('_object', '_left')

    def __new__(cls, object, times=_missing):
        self = _Iterator.__new__(cls)
        self._object = object
        self._left = None if times is _missing else max(_index(times), 0)
        return self

    def __next__(self, /):
        if self._left is not None:
            if self._left == 0:
                raise StopIteration
            self._left -= 1
        return self._object

    def __length_hint__(self, /):
        if self._left is None:
            raise TypeError('len() of unsized object')
        return self._left

    def __repr__(self, /):
        if self._left is None:
            return f'{type(self).__name__}({self._object!r})'
        return f'{type(self).__name__}({self._object!r}, {self._left})'


# ---- As long as the iterables ---------------------------------------------------------------------------------------

class accumulate(_Iterator):
    """Running totals, or what a function of two arguments makes of the last result and the next item."""

    __slots__ = ('_iterator', '_function', '_total', '_initial')

    def __new__(cls, iterable, func=None, *, initial=None):
        self = object.__new__(cls)
        self._iterator = iter(iterable)
        self._function = func
        self._total = _missing
        self._initial = initial
        return self

    def __next__(self, /):
        if self._initial is not None:
            self._total, self._initial = self._initial, None
            return self._total
        item = next(self._iterator)
        if self._total is _missing:
            self._total = item
        elif self._function is None:
            self._total = self._total + item
        else:
            self._total = self._function(self._total, item)
        return self._total


class batched(_Iterator):
    """Tuples of n items; the last one may be shorter, unless `strict`."""

    __slots__ = ('_iterator', '_size', '_strict')

    def __new__(cls, iterable, n, *, strict=False):
        size = _index(n)
        if size < 1:
            raise ValueError('n must be at least one')
        self = object.__new__(cls)
        self._iterator = iter(iterable)
        self._size = size
        self._strict = bool(strict)
        return self

    def __next__(self, /):
        if self._iterator is None:
            raise StopIteration
        batch = []
        while len(batch) < self._size:
            item = next(self._iterator, _missing)
            if item is _missing:
                self._iterator = None
                if not batch:
                    raise StopIteration
                if self._strict:
                    raise ValueError('batched(): incomplete batch')
                break
            batch.append(item)
        return tuple(batch)


class chain(_Iterator):
    """The items of the first iterable, then those of the next, and so on."""

    __slots__ = ('_sources', '_current')

    def __new__(cls, /, *iterables):
        self = object.__new__(cls)
        self._sources = iter(iterables)
        self._current = None
        return self

    @classmethod
    def from_iterable(cls, iterable, /):
        """The same for iterables that come from one iterable."""
        self = object.__new__(cls)
        self._sources = iter(iterable)
        self._current = None
        return self

    def __next__(self, /):
        while self._sources is not None:
            if self._current is None:
                source = next(self._sources, _missing)
                if source is _missing:
                    self._sources = None
                    break
                try:
                    self._current = iter(source)
                except:
                    self._sources = None
                    raise
            item = next(self._current, _missing)
            if item is not _missing:
                return item
            self._current = None
        raise StopIteration

    def __class_getitem__(cls, item, /):
        return _GenericAlias(cls, item)


_GenericAlias = type(list[int])


class compress(_Iterator):
    """The items of `data` for which the selector is true."""

    __slots__ = ('_data', '_selectors')

    def __new__(cls, data, selectors):
        self = object.__new__(cls)
        self._data = iter(data)
        self._selectors = iter(selectors)
        return self

    def __next__(self, /):
        while True:
            item = next(self._data)
            if next(self._selectors):
                return item


class dropwhile(_Iterator):
    """What is left from the first item for which the predicate is false."""

    __slots__ = ('_predicate', '_iterator', '_started')

    def __new__(cls, predicate, iterable, /):
        self = object.__new__(cls)
        self._iterator = iter(iterable)
        self._predicate = predicate
        self._started = False
        return self

    def __next__(self, /):
        while True:
            item = next(self._iterator)
            if self._started:
                return item
            if not self._predicate(item):
                self._started = True
                return item


class takewhile(_Iterator):
    """The items before the first one for which the predicate is false."""

    __slots__ = ('_predicate', '_iterator', '_stopped')

    def __new__(cls, predicate, iterable, /):
        self = object.__new__(cls)
        self._iterator = iter(iterable)
        self._predicate = predicate
        self._stopped = False
        return self

    def __next__(self, /):
        if self._stopped:
            raise StopIteration
        item = next(self._iterator)
        if self._predicate(item):
            return item
        self._stopped = True
        raise StopIteration


class filterfalse(_Iterator):
    """The items for which the function is false; with None, those that are false themselves."""

    __slots__ = ('_function', '_iterator')

    def __new__(cls, function, iterable, /):
        self = object.__new__(cls)
        self._iterator = iter(iterable)
        self._function = function
        return self

    def __next__(self, /):
        function = self._function
        while True:
            item = next(self._iterator)
            if not (item if function is None or function is bool else function(item)):
                return item


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


class islice(_Iterator):
    """The items at the places that a slice would choose."""

    __slots__ = ('_iterator', '_next', '_stop', '_step', '_count')

    def __new__(cls, /, *args):
        if len(args) < 2:
            raise TypeError(f'islice expected at least 2 arguments, got {len(args)}')
        if len(args) > 4:
            raise TypeError(f'islice expected at most 4 arguments, got {len(args)}')
        iterable, *args = args
        start, stop, step = None, args[0], None
        if len(args) > 1:
            start, stop = args[0], args[1]
            step = args[2] if len(args) == 3 else None
        stop = _natural(stop, 'Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.')
        start = _natural(start, 'Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize.')
        refusal = 'Step for islice() must be a positive integer or None.'
        step = 1 if step is None else _natural(step, refusal)
        if step < 1:
            raise ValueError(refusal)
        self = object.__new__(cls)
        self._iterator = iter(iterable)
        self._next = 0 if start is None else start
        self._stop = stop
        self._step = step
        self._count = 0
        return self

    def __next__(self, /):
        if self._iterator is None:
            raise StopIteration
        stop = self._stop
        # The items in between are taken and thrown away.
        wanted = self._next if stop is None or self._next < stop else stop
        while self._count < wanted:
            if next(self._iterator, _missing) is _missing:
                self._iterator = None
                raise StopIteration
            self._count += 1
        if stop is not None and self._count >= stop:
            self._iterator = None
            raise StopIteration
        item = next(self._iterator, _missing)
        if item is _missing:
            self._iterator = None
            raise StopIteration
        self._count += 1
        self._next += self._step
        if stop is not None and self._next > stop:
            self._next = stop
        return item


def _natural(value, refusal):
    """A place to start or stop at; None stays None."""
    if value is None:
        return None
    if not hasattr(type(value), '__index__'):
        raise ValueError(refusal)
    number = _index(value)
    if not 0 <= number <= 0x7FFF_FFFF_FFFF_FFFF:
        raise ValueError(refusal)
    return number


class pairwise(_Iterator):
    """Pairs of neighbours."""

    __slots__ = ('_iterator', '_old')

    def __new__(cls, iterable, /):
        self = object.__new__(cls)
        self._iterator = iter(iterable)
        self._old = _missing
        return self

    def __next__(self, /):
        if self._iterator is None:
            raise StopIteration
        if self._old is _missing:
            self._old = next(self._iterator, _missing)
        new = _missing if self._old is _missing else next(self._iterator, _missing)
        if new is _missing:
            self._iterator = self._old = None
            raise StopIteration
        old, self._old = self._old, new
        return (old, new)


class starmap(_Iterator):
    """The results of calling the function with the items as its arguments."""

    __slots__ = ('_function', '_iterator')

    def __new__(cls, function, iterable, /):
        self = object.__new__(cls)
        self._iterator = iter(iterable)
        self._function = function
        return self

    def __next__(self, /):
        return self._function(*tuple(next(self._iterator)))


class zip_longest(_Iterator):
    """Like zip, until the longest iterable ends; `fillvalue` stands for what is missing."""

    __slots__ = ('_iterators', '_fill', '_active')

    def __new__(cls, /, *iterables, fillvalue=None):
        self = object.__new__(cls)
        self._iterators = [iter(iterable) for iterable in iterables]
        self._fill = fillvalue
        self._active = len(self._iterators)
        return self

    def __next__(self, /):
        if self._active == 0:
            raise StopIteration
        items = []
        for place in range(len(self._iterators)):
            iterator = self._iterators[place]
            item = _missing if iterator is None else next(iterator, _missing)
            if item is _missing:
                if iterator is not None:
                    self._active -= 1
                    if self._active == 0:
                        raise StopIteration
                    self._iterators[place] = None
                item = self._fill
            items.append(item)
        return tuple(items)


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


# ---- Choices --------------------------------------------------------------------------------------------------------

class product(_Iterator):
    """All tuples with one item of each iterable; the last place changes fastest."""

    __slots__ = ('_pools', '_places')

    def __new__(cls, /, *iterables, repeat=1):
        repeat = _index(repeat)
        if repeat < 0:
            raise ValueError('repeat argument cannot be negative')
        self = object.__new__(cls)
        self._pools = [tuple(iterable) for iterable in (iterables if repeat else ())] * repeat
        # The places in the pools of the items of the next tuple.
        self._places = [0] * len(self._pools)
        if any(not pool for pool in self._pools):
            self._places = None
        return self

    def __next__(self, /):
        places = self._places
        if places is None:
            raise StopIteration
        result = tuple([pool[place] for pool, place in zip(self._pools, places)])
        for i in reversed(range(len(places))):
            places[i] += 1
            if places[i] < len(self._pools[i]):
                return result
            places[i] = 0
        self._places = None
        return result


class _Choice(_Iterator):
    """Some items of a pool, named by their places in it; a subclass says which places come next."""

    __slots__ = ('_pool', '_places')

    def __next__(self, /):
        if self._places is None:
            raise StopIteration
        result = tuple([self._pool[place] for place in self._places])
        self._advance()
        return result


def _size_of_choice(r):
    r = _index(r)
    if r < 0:
        raise ValueError('r must be non-negative')
    return r


class combinations(_Choice):
    """All tuples of r items in the order of the iterable."""

    __slots__ = ()

    def __new__(cls, iterable, r):
        self = object.__new__(cls)
        self._pool = tuple(iterable)
        r = _size_of_choice(r)
        self._places = [*range(r)] if r <= len(self._pool) else None
        return self

    def _advance(self):
        places, r, n = self._places, len(self._places), len(self._pool)
        for i in reversed(range(r)):
            if places[i] < n - r + i:
                places[i] += 1
                for j in range(i + 1, r):
                    places[j] = places[j - 1] + 1
                return
        self._places = None


class combinations_with_replacement(_Choice):
    """The same where an item may be taken more than once."""

    __slots__ = ()

    def __new__(cls, iterable, r):
        self = object.__new__(cls)
        self._pool = tuple(iterable)
        r = _size_of_choice(r)
        self._places = [0] * r if self._pool or r == 0 else None
        return self

    def _advance(self):
        places, r = self._places, len(self._places)
        for i in reversed(range(r)):
            if places[i] < len(self._pool) - 1:
                self._places = places[:i] + [places[i] + 1] * (r - i)
                return
        self._places = None


class permutations(_Choice):
    """All tuples of r items in any order."""

    __slots__ = ()

    def __new__(cls, iterable, r=None):
        self = object.__new__(cls)
        self._pool = tuple(iterable)
        if r is None:
            r = len(self._pool)
        elif not isinstance(r, int):
            raise TypeError('Expected int as r')
        r = _size_of_choice(r)
        self._places = [*range(r)] if r <= len(self._pool) else None
        return self

    def _advance(self):
        # The last place that can get a greater item which no place before it has; what follows begins anew.
        places, n = self._places, len(self._pool)
        for i in reversed(range(len(places))):
            before = places[:i]
            for place in range(places[i] + 1, n):
                if place not in before:
                    before.append(place)
                    unused = [other for other in range(n) if other not in before]
                    self._places = before + unused[:len(places) - i - 1]
                    return
        self._places = None
