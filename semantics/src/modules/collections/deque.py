class deque:
    """A list that can grow and shrink at both ends.

    The items are in a dict, under numbers from `_left` up to but not including `_right`: so each end can be moved
    without touching the other items.
    """

    __module__ = 'collections'
    __slots__ = ('_items', '_left', '_right', '_maxlen', '_changes', '__weakref__')
    __hash__ = None

    def __new__(cls, *args, **kwargs):
        self = object.__new__(cls)
        self._items = {}
        self._left = self._right = self._changes = 0
        self._maxlen = None
        return self

    def __init__(self, iterable=(), maxlen=None):
        if maxlen is not None:
            if not isinstance(maxlen, int):
                raise TypeError('an integer is required')
            if maxlen < 0:
                raise ValueError('maxlen must be non-negative')
        self._maxlen = maxlen
        deque.clear(self)
        deque.extend(self, iterable)

    @property
    def maxlen(self):
        """maximum size of a deque or None if unbounded"""
        return self._maxlen

    def append(self, item, /):
        """Add an item on the right."""
        self._items[self._right] = item
        self._right += 1
        self._changes += 1
        if self._maxlen is not None and self._right - self._left > self._maxlen:
            deque.popleft(self)

    def appendleft(self, item, /):
        """Add an item on the left."""
        self._left -= 1
        self._items[self._left] = item
        self._changes += 1
        if self._maxlen is not None and self._right - self._left > self._maxlen:
            deque.pop(self)

    def pop(self):
        """Take out the item on the right."""
        if self._left == self._right:
            raise IndexError('pop from an empty deque')
        self._right -= 1
        self._changes += 1
        return self._items.pop(self._right)

    def popleft(self):
        """Take out the item on the left."""
        if self._left == self._right:
            raise IndexError('pop from an empty deque')
        self._left += 1
        self._changes += 1
        return self._items.pop(self._left - 1)

    def extend(self, iterable, /):
        """Add items on the right."""
        for item in [*iterable] if iterable is self else iterable:
            deque.append(self, item)

    def extendleft(self, iterable, /):
        """Add items on the left, one after the other: so they get reversed."""
        for item in [*iterable] if iterable is self else iterable:
            deque.appendleft(self, item)

    def clear(self):
        """Take out all items."""
        self._items = {}
        self._left = self._right = 0
        self._changes += 1

    def copy(self):
        """A deque with the same items."""
        if type(self) is deque:
            return deque(self, self._maxlen)
        return type(self)(self) if self._maxlen is None else type(self)(self, self._maxlen)

    __copy__ = copy

    def count(self, value, /):
        """How many items are equal to the value."""
        count = 0
        for item in deque.__iter__(self):
            if item is value or item == value:
                count += 1
        return count

    def index(self, value, start=0, stop=_missing, /):
        """The first place with the value."""
        size = self._right - self._left
        start, stop, _ = slice(start, size if stop is _missing else stop).indices(size)
        changes = self._changes
        for place in range(start, stop):
            item = self._items[self._left + place]
            found = item is value or item == value
            if self._changes != changes:
                raise RuntimeError('deque mutated during iteration')
            if found:
                return place
        raise ValueError(f'{value!r} is not in deque')

    def insert(self, index, value, /):
        """Put an item before the one at this place."""
        size = self._right - self._left
        if self._maxlen is not None and size >= self._maxlen:
            raise IndexError('deque already at its maximum size')
        index, _, _ = slice(index, None).indices(size)
        items = [*self._items_in_order()]
        items.insert(index, value)
        self._replace(items)

    def remove(self, value, /):
        """Take out the first item that is equal to the value."""
        changes = self._changes
        for place in range(self._left, self._right):
            item = self._items[place]
            found = item is value or item == value
            if self._changes != changes:
                raise IndexError('deque mutated during iteration')
            if found:
                del self[place - self._left]
                return
        raise ValueError(f'{value!r} is not in deque')

    def reverse(self):
        """Turn the order round."""
        self._replace([*self._items_in_order()][::-1])

    def rotate(self, n=1, /):
        """Move n items from the right end to the left one; with a negative n the other way."""
        n = range(n).stop
        size = self._right - self._left
        if size > 1:
            n %= size
            if n <= size // 2:
                for _ in range(n):
                    deque.appendleft(self, deque.pop(self))
            else:
                for _ in range(size - n):
                    deque.append(self, deque.popleft(self))

    def _items_in_order(self):
        for place in range(self._left, self._right):
            yield self._items[place]

    def _replace(self, items):
        self._items = dict(enumerate(items))
        self._left, self._right = 0, len(items)
        self._changes += 1

    def _place_of(self, index):
        if not hasattr(type(index), '__index__'):
            raise TypeError(f"sequence index must be integer, not '{type(index).__name__}'")
        index = range(index).stop
        size = self._right - self._left
        place = index + size if index < 0 else index
        if not 0 <= place < size:
            raise IndexError('deque index out of range')
        return self._left + place

    def __len__(self, /):
        return self._right - self._left

    def __getitem__(self, key, /):
        return self._items[self._place_of(key)]

    def __setitem__(self, key, value, /):
        self._items[self._place_of(key)] = value

    def __delitem__(self, key, /):
        place = self._place_of(key)
        for later in range(place, self._right - 1):
            self._items[later] = self._items[later + 1]
        deque.pop(self)

    def __contains__(self, key, /):
        changes = self._changes
        for place in range(self._left, self._right):
            item = self._items[place]
            found = item is key or item == key
            if self._changes != changes:
                raise RuntimeError('deque mutated during iteration')
            if found:
                return True
        return False

    def __iter__(self, /):
        return _deque_iterator(self, self._left, 1)

    def __reversed__(self, /):
        return _deque_reverse_iterator(self, self._right - 1, -1)

    def __add__(self, value, /):
        if not isinstance(value, deque):
            raise TypeError(f'can only concatenate deque (not "{type(value).__name__}") to deque')
        result = deque.copy(self)
        deque.extend(result, value)
        return result

    def __iadd__(self, value, /):
        deque.extend(self, value)
        return self

    def __mul__(self, value, /):
        result = deque.copy(self)
        deque.__imul__(result, value)
        return result

    __rmul__ = __mul__

    def __imul__(self, value, /):
        items = [*self._items_in_order()] * value
        if self._maxlen is not None and len(items) > self._maxlen:
            items = items[len(items) - self._maxlen:]
        self._replace(items)
        return self

    def __eq__(self, value, /):
        if not isinstance(value, deque):
            return NotImplemented
        return len(self) == len(value) and [*self] == [*value]

    def __ne__(self, value, /):
        if not isinstance(value, deque):
            return NotImplemented
        return len(self) != len(value) or [*self] != [*value]

    def __lt__(self, value, /):
        return [*self] < [*value] if isinstance(value, deque) else NotImplemented

    def __le__(self, value, /):
        return [*self] <= [*value] if isinstance(value, deque) else NotImplemented

    def __gt__(self, value, /):
        return [*self] > [*value] if isinstance(value, deque) else NotImplemented

    def __ge__(self, value, /):
        return [*self] >= [*value] if isinstance(value, deque) else NotImplemented

    @_marks_recursion('[...]')
    def __repr__(self, /):
        items = repr([*self])
        if self._maxlen is None:
            return f'{type(self).__name__}({items})'
        return f'{type(self).__name__}({items}, maxlen={self._maxlen})'

    def __class_getitem__(cls, item, /):
        return _GenericAlias(cls, item)


class _deque_iterator:
    __slots__ = ('_deque', '_place', '_step', '_changes')

    def __init__(self, deque, place, step):
        self._deque = deque
        self._place = place
        self._step = step
        self._changes = deque._changes

    def __iter__(self, /):
        return self

    def __next__(self, /):
        deque = self._deque
        if deque is None:
            raise StopIteration
        if deque._changes != self._changes:
            self._deque = None
            raise RuntimeError('deque mutated during iteration')
        if not deque._left <= self._place < deque._right:
            self._deque = None
            raise StopIteration
        item = deque._items[self._place]
        self._place += self._step
        return item

    def __length_hint__(self, /):
        deque = self._deque
        if deque is None:
            return 0
        return deque._right - self._place if self._step > 0 else self._place - deque._left + 1


class _deque_reverse_iterator(_deque_iterator):
    __slots__ = ()
