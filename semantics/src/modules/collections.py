"""Containers beside the built-in ones."""

__all__ = [
    'ChainMap', 'Counter', 'OrderedDict', 'UserDict', 'UserList', 'UserString', 'defaultdict', 'deque', 'namedtuple',
]

import sys
from collections.abc import MutableMapping, MutableSequence, Sequence, ItemsView, KeysView, ValuesView

_missing = object()
_GenericAlias = type(list[int])

# The containers whose repr is being made.
_in_repr = []


def _marks_recursion(mark):
    """Decorates a `__repr__`: inside of itself a container shows only the mark."""

    def decorate(function):
        def __repr__(self):
            for container in _in_repr:
                if container is self:
                    return mark(self) if callable(mark) else mark
            _in_repr.append(self)
            try:
                return function(self)
            finally:
                _in_repr.pop()

        __repr__.__qualname__ = function.__qualname__
        __repr__.__doc__ = function.__doc__
        return __repr__

    return decorate


# ---- deque ----------------------------------------------------------------------------------------------------------

class deque:
    """A list that can grow and shrink at both ends.

    The items are in a dict, under numbers from `_left` up to but not including `_right`: so each end can be moved
    without touching the other items.
    """

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


MutableSequence.register(deque)


# ---- defaultdict ----------------------------------------------------------------------------------------------------

class defaultdict(dict):
    """A dict that makes the value for a missing key by calling a function."""

    __slots__ = ('default_factory',)

    def __init__(self, default_factory=None, /, *args, **kwargs):
        if default_factory is not None and not callable(default_factory):
            raise TypeError('first argument must be callable or None')
        self.default_factory = default_factory
        dict.__init__(self, *args, **kwargs)

    def __missing__(self, key, /):
        if self.default_factory is None:
            raise KeyError(key)
        value = self.default_factory()
        self[key] = value
        return value

    def copy(self):
        """A defaultdict with the same items and the same factory."""
        return type(self)(self.default_factory, self)

    __copy__ = copy

    @_marks_recursion(lambda self: '...')
    def _repr_of_factory(self):
        return repr(self.default_factory)

    def __repr__(self, /):
        return f'{type(self).__name__}({self._repr_of_factory()}, {dict.__repr__(self)})'

    def __or__(self, value, /):
        if not isinstance(value, dict):
            return NotImplemented
        result = self.copy()
        result.update(value)
        return result

    def __ror__(self, value, /):
        if not isinstance(value, dict):
            return NotImplemented
        result = type(self)(self.default_factory, value)
        result.update(self)
        return result


# ---- OrderedDict ----------------------------------------------------------------------------------------------------

class OrderedDict(dict):
    """A dict whose order counts: it can be changed, and makes a difference in comparisons."""

    def __init__(self, /, *args, **kwargs):
        if len(args) > 1:
            raise TypeError(f'expected at most 1 arguments, got {len(args)}')
        self.update(*args, **kwargs)

    def update(self, /, *args, **kwargs):
        """Take over the items of a mapping or an iterable of pairs."""
        if len(args) > 1:
            raise TypeError(f'update() takes at most 1 positional argument ({len(args)} given)')
        if args:
            other = args[0]
            if isinstance(other, dict):
                for key, value in other.items():
                    self[key] = value
            elif hasattr(other, 'keys'):
                for key in other.keys():
                    self[key] = other[key]
            else:
                for pair in other:
                    pair = tuple(pair)
                    if len(pair) != 2:
                        if len(pair) < 2:
                            raise ValueError(f'need more than {len(pair)} value{"s"[:len(pair) != 1]} to unpack')
                        raise ValueError('too many values to unpack (expected 2)')
                    self[pair[0]] = pair[1]
        for key, value in kwargs.items():
            self[key] = value

    def move_to_end(self, /, key, last=True):
        """Make an item the last one, or the first."""
        value = dict.__getitem__(self, key) if dict.__contains__(self, key) else _missing
        if value is _missing:
            raise KeyError(key)
        if last:
            dict.__delitem__(self, key)
            dict.__setitem__(self, key, value)
        else:
            others = [item for item in dict.items(self) if not (item[0] is key or item[0] == key)]
            first = [item for item in dict.items(self) if item[0] is key or item[0] == key]
            dict.clear(self)
            dict.update(self, first + others)

    def popitem(self, /, last=True):
        """Take out the last item, or the first."""
        if not self:
            raise KeyError('dictionary is empty')
        if last:
            return dict.popitem(self)
        key = next(dict.__iter__(self))
        return (key, dict.pop(self, key))

    def pop(self, /, key, default=_missing):
        """Take out an item and give its value."""
        if dict.__contains__(self, key):
            return dict.pop(self, key)
        if default is not _missing:
            return default
        missing = getattr(type(self), '__missing__', None)
        if missing is None:
            raise KeyError(key)
        return missing(self, key)

    def setdefault(self, /, key, default=None):
        """The value of a key; if it is missing, it gets the default."""
        if key in self:
            return self[key]
        self[key] = default
        return default

    def copy(self):
        """An OrderedDict with the same items."""
        result = type(self)()
        for key in self:
            result[key] = self[key]
        return result

    __copy__ = copy

    @classmethod
    def fromkeys(cls, /, iterable, value=None):
        """A new OrderedDict with these keys and the same value for all."""
        self = cls()
        for key in iterable:
            self[key] = value
        return self

    def keys(self):
        return _odict_keys(self)

    def values(self):
        return _odict_values(self)

    def items(self):
        return _odict_items(self)

    def __eq__(self, other, /):
        if not isinstance(other, dict):
            return NotImplemented
        if not dict.__eq__(self, other):
            return False
        if isinstance(other, OrderedDict):
            # The order counts only if it counts for both.
            return [*dict.__iter__(self)] == [*dict.__iter__(other)]
        return True

    def __ne__(self, other, /):
        result = OrderedDict.__eq__(self, other)
        return result if result is NotImplemented else not result

    def __or__(self, other, /):
        if not isinstance(other, dict):
            return NotImplemented
        result = type(self)(self)
        result.update(other)
        return result

    def __ror__(self, other, /):
        if not isinstance(other, dict):
            return NotImplemented
        result = type(self)(other)
        result.update(self)
        return result

    def __ior__(self, other, /):
        self.update(other)
        return self

    @_marks_recursion('...')
    def __repr__(self, /):
        if not self:
            return f'{type(self).__name__}()'
        return f'{type(self).__name__}({dict(self)!r})'

    def __reduce__(self, /):
        state = self.__dict__
        return (type(self), (), state.copy() if state else None, None, iter(self.items()))


class _odict_keys(KeysView):
    __slots__ = ()

    def __reversed__(self):
        return reversed(self._mapping)

    def __repr__(self):
        return f'odict_keys({[*self]!r})'


class _odict_values(ValuesView):
    __slots__ = ()

    def __reversed__(self):
        for key in reversed(self._mapping):
            yield self._mapping[key]

    def __repr__(self):
        return f'odict_values({[*self]!r})'


class _odict_items(ItemsView):
    __slots__ = ()

    def __reversed__(self):
        for key in reversed(self._mapping):
            yield (key, self._mapping[key])

    def __repr__(self):
        return f'odict_items({[*self]!r})'


for _view in (_odict_keys, _odict_values, _odict_items):
    _view.__name__ = _view.__qualname__ = _view.__name__[1:]
    _view.__module__ = 'builtins'


# ---- namedtuple -----------------------------------------------------------------------------------------------------

_KEYWORDS = frozenset([
    'False', 'None', 'True', 'and', 'as', 'assert', 'async', 'await', 'break', 'class', 'continue', 'def', 'del',
    'elif', 'else', 'except', 'finally', 'for', 'from', 'global', 'if', 'import', 'in', 'is', 'lambda', 'nonlocal',
    'not', 'or', 'pass', 'raise', 'return', 'try', 'while', 'with', 'yield',
])


class _tuplegetter:
    # The attribute that a field of a named tuple is. (It has no docstring of its own, for each has another.)

    __slots__ = ('_index', '__doc__')

    def __init__(self, index, doc):
        self._index = index
        self.__doc__ = doc

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        if not isinstance(instance, tuple):
            raise TypeError(
                f"descriptor for index '{self._index}' for tuple subclasses doesn't apply to "
                f"'{type(instance).__name__}' object")
        return tuple.__getitem__(instance, self._index)

    def __set__(self, instance, value):
        raise AttributeError("can't set attribute")

    def __delete__(self, instance):
        raise AttributeError("can't delete attribute")

    def __repr__(self):
        return f'_tuplegetter({self._index}, {self.__doc__!r})'


def namedtuple(typename, field_names, *, rename=False, defaults=None, module=None):
    """A new subclass of tuple whose items have names."""
    if isinstance(field_names, str):
        field_names = field_names.replace(',', ' ').split()
    field_names = [str(name) for name in field_names]
    typename = str(typename)
    if rename:
        seen = set()
        for place, name in enumerate(field_names):
            if not name.isidentifier() or name in _KEYWORDS or name.startswith('_') or name in seen:
                field_names[place] = f'_{place}'
            seen.add(name)
    for name in [typename] + field_names:
        if not name.isidentifier():
            raise ValueError(f'Type names and field names must be valid identifiers: {name!r}')
        if name in _KEYWORDS:
            raise ValueError(f'Type names and field names cannot be a keyword: {name!r}')
    seen = set()
    for name in field_names:
        if name.startswith('_') and not rename:
            raise ValueError(f'Field names cannot start with an underscore: {name!r}')
        if name in seen:
            raise ValueError(f'Encountered duplicate field name: {name!r}')
        seen.add(name)
    fields = tuple(field_names)
    field_defaults = {}
    if defaults is not None:
        defaults = tuple(defaults)
        if len(defaults) > len(fields):
            raise TypeError('Got more default values than field names')
        field_defaults = dict(zip(fields[len(fields) - len(defaults):], defaults))
    count = len(fields)

    def __new__(_cls, /, *args, **kwargs):
        if kwargs or len(args) != count:
            args = _bind(f'{typename}.__new__', fields, field_defaults, args, kwargs, 1)
        return tuple.__new__(_cls, args)

    def _make(cls, iterable):
        result = tuple.__new__(cls, iterable)
        if len(result) != count:
            raise TypeError(f'Expected {count} arguments, got {len(result)}')
        return result

    def _replace(self, /, **kwds):
        result = self._make([kwds.pop(name, value) for name, value in zip(fields, self)])
        if kwds:
            raise TypeError(f'Got unexpected field names: {[*kwds]!r}')
        return result

    def __repr__(self):
        text = ', '.join([f'{name}={value!r}' for name, value in zip(fields, tuple.__iter__(self))])
        return f'{type(self).__name__}({text})'

    def _asdict(self):
        return dict(zip(self._fields, self))

    def __getnewargs__(self):
        return tuple(self)

    arguments = ', '.join(fields)
    __new__.__doc__ = f'Create new instance of {typename}({arguments})'
    _make.__doc__ = f'Make a new {typename} object from a sequence or iterable'
    _replace.__doc__ = f'Return a new {typename} object replacing specified fields with new values'
    __repr__.__doc__ = 'Return a nicely formatted representation string'
    _asdict.__doc__ = 'Return a new dict which maps field names to their values.'
    __getnewargs__.__doc__ = 'Return self as a plain tuple.  Used by copy and pickle.'
    for method in (__new__, _make, _replace, __repr__, _asdict, __getnewargs__):
        method.__qualname__ = f'{typename}.{method.__name__}'
    namespace = {
        '__doc__': f'{typename}({arguments})',
        '__slots__': (),
        '_fields': fields,
        '_field_defaults': field_defaults,
        '__new__': __new__,
        '_make': classmethod(_make),
        '__replace__': _replace,
        '_replace': _replace,
        '__repr__': __repr__,
        '_asdict': _asdict,
        '__getnewargs__': __getnewargs__,
        '__match_args__': fields,
    }
    for place, name in enumerate(fields):
        namespace[name] = _tuplegetter(place, f'Alias for field number {place}')
    result = type(typename, (tuple,), namespace)
    result.__module__ = _caller_module() if module is None else module
    return result


def _caller_module(depth=2):
    """The name of the module that calls the function from which this is called."""
    name_of_frame = getattr(sys, '_getframemodulename', None)
    return '__main__' if name_of_frame is None else name_of_frame(depth) or '__main__'


def _bind(function, parameters, defaults, args, kwargs, extra=0, keyword_only=()):
    """The values of the parameters in a call: what Python does itself for a function that is written out.

    `extra` tells how many arguments come before, such as `self`.
    """
    count = len(parameters)
    if len(args) > count:
        fewest = extra + len([name for name in parameters if name not in defaults])
        most = extra + count
        takes = f'{most}' if fewest == most else f'from {fewest} to {most}'
        plural = 'argument' if most == 1 and fewest == most else 'arguments'
        was = 'was' if len(args) + extra == 1 else 'were'
        for name in kwargs:
            if name not in parameters and name not in keyword_only:
                raise TypeError(f'{function}() got an unexpected keyword argument {name!r}')
        raise TypeError(f'{function}() takes {takes} positional {plural} but {len(args) + extra} {was} given')
    values = dict(zip(parameters, args))
    for name, value in kwargs.items():
        if name in values:
            raise TypeError(f'{function}() got multiple values for argument {name!r}')
        if name not in parameters and name not in keyword_only:
            raise TypeError(f'{function}() got an unexpected keyword argument {name!r}')
        values[name] = value
    _check_missing(function, 'positional', [name for name in parameters if name not in values and name not in defaults])
    _check_missing(
        function, 'keyword-only', [name for name in keyword_only if name not in values and name not in defaults])
    return [values[name] if name in values else defaults[name] for name in (*parameters, *keyword_only)]


def _check_missing(function, kind, missing):
    if not missing:
        return
    names = [repr(name) for name in missing]
    if len(names) == 1:
        text = names[0]
    elif len(names) == 2:
        text = f'{names[0]} and {names[1]}'
    else:
        text = f"{', '.join(names[:-1])}, and {names[-1]}"
    plural = '' if len(names) == 1 else 's'
    raise TypeError(f'{function}() missing {len(names)} required {kind} argument{plural}: {text}')


# ---- Counter --------------------------------------------------------------------------------------------------------

class Counter(dict):
    """A dict that counts: each key has the number of times that it was seen."""

    def __init__(self, iterable=None, /, **kwds):
        super().__init__()
        self.update(iterable, **kwds)

    def __missing__(self, key):
        # What was never seen was seen 0 times.
        return 0

    def total(self):
        """The sum of all counts."""
        return sum(self.values())

    def most_common(self, n=None):
        """The n most common items with their counts, from the most common down."""
        items = sorted(self.items(), key=lambda item: item[1], reverse=True)
        return items if n is None else items[:max(n, 0)]

    def elements(self):
        """Each item as often as it was seen."""
        for key, count in self.items():
            for _ in range(count):
                yield key

    @classmethod
    def fromkeys(cls, iterable, v=None):
        raise NotImplementedError('Counter.fromkeys() is undefined.  Use Counter(iterable) instead.')

    def update(self, iterable=None, /, **kwds):
        """Count more items, or add the counts of a mapping."""
        if iterable is not None:
            if hasattr(iterable, 'keys') and hasattr(iterable, 'items'):
                if self:
                    for key, count in iterable.items():
                        self[key] = count + self.get(key, 0)
                else:
                    dict.update(self, iterable)
            else:
                for key in iterable:
                    self[key] = self.get(key, 0) + 1
        if kwds:
            self.update(kwds)

    def subtract(self, iterable=None, /, **kwds):
        """Count items away; counts may become negative."""
        if iterable is not None:
            if hasattr(iterable, 'keys') and hasattr(iterable, 'items'):
                for key, count in iterable.items():
                    self[key] = self.get(key, 0) - count
            else:
                for key in iterable:
                    self[key] = self.get(key, 0) - 1
        if kwds:
            self.subtract(kwds)

    def copy(self):
        """A Counter with the same counts."""
        return type(self)(self)

    def __reduce__(self):
        return (type(self), (dict(self),))

    def __delitem__(self, key):
        """Like a dict's, but a key that is not there is no error."""
        if key in self:
            super().__delitem__(key)

    def __repr__(self):
        if not self:
            return f'{type(self).__name__}()'
        try:
            counts = dict(self.most_common())
        except TypeError:
            # Counts that have no order.
            counts = dict(self)
        return f'{type(self).__name__}({counts!r})'

    def _all_counts(self, other, holds):
        for key in [*self, *other]:
            if not holds(self[key], other[key]):
                return False
        return True

    def __eq__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return self._all_counts(other, lambda a, b: a == b)

    def __ne__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return not self == other

    def __le__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return self._all_counts(other, lambda a, b: a <= b)

    def __lt__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return self <= other and self != other

    def __ge__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return self._all_counts(other, lambda a, b: a >= b)

    def __gt__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return self >= other and self != other

    def _combine(self, other, combine):
        """The counts that are positive after combining those of two counters."""
        result = Counter()
        for key, count in self.items():
            new = combine(count, other[key])
            if new > 0:
                result[key] = new
        for key, count in other.items():
            if key not in self:
                new = combine(0, count)
                if new > 0:
                    result[key] = new
        return result

    def __add__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return self._combine(other, lambda a, b: a + b)

    def __sub__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return self._combine(other, lambda a, b: a - b)

    def __or__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return self._combine(other, lambda a, b: b if a < b else a)

    def __and__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return self._combine(other, lambda a, b: a if a < b else b)

    def __pos__(self):
        return self._combine(Counter(), lambda a, b: a)

    def __neg__(self):
        return Counter()._combine(self, lambda a, b: -b)

    def _keep_positive(self):
        for key in [key for key, count in self.items() if not count > 0]:
            del self[key]
        return self

    def __iadd__(self, other):
        for key, count in other.items():
            self[key] += count
        return self._keep_positive()

    def __isub__(self, other):
        for key, count in other.items():
            self[key] -= count
        return self._keep_positive()

    def __ior__(self, other):
        for key, other_count in other.items():
            if other_count > self[key]:
                self[key] = other_count
        return self._keep_positive()

    def __iand__(self, other):
        for key, count in [*self.items()]:
            if other[key] < count:
                self[key] = other[key]
        return self._keep_positive()


# ---- ChainMap -------------------------------------------------------------------------------------------------------

class ChainMap(MutableMapping):
    """Several mappings as one: a key is searched in one after the other, changes go into the first."""

    def __init__(self, *maps):
        self.maps = list(maps) or [{}]

    def __missing__(self, key):
        raise KeyError(key)

    def __getitem__(self, key):
        for mapping in self.maps:
            try:
                return mapping[key]
            except KeyError:
                pass
        return self.__missing__(key)

    def get(self, key, default=None):
        return self[key] if key in self else default

    def __len__(self):
        return len(set().union(*self.maps))

    def __iter__(self):
        # In the order of one dict into which all were merged, the last mapping first.
        merged = {}
        for mapping in reversed(self.maps):
            merged.update(dict.fromkeys(mapping))
        return iter(merged)

    def __contains__(self, key):
        for mapping in self.maps:
            if key in mapping:
                return True
        return False

    def __bool__(self):
        return any(self.maps)

    @_marks_recursion('...')
    def __repr__(self):
        return f"{type(self).__name__}({', '.join(map(repr, self.maps))})"

    @classmethod
    def fromkeys(cls, iterable, value=None, /):
        """A ChainMap of one dict with these keys."""
        return cls(dict.fromkeys(iterable, value))

    def copy(self):
        """A ChainMap with a copy of the first mapping and the same others."""
        return type(self)(self.maps[0].copy(), *self.maps[1:])

    __copy__ = copy

    def new_child(self, m=None, **kwargs):
        """A ChainMap with one more mapping in front."""
        if m is None:
            m = kwargs
        elif kwargs:
            m.update(kwargs)
        return type(self)(m, *self.maps)

    @property
    def parents(self):
        """A ChainMap without the first mapping."""
        return type(self)(*self.maps[1:])

    def __setitem__(self, key, value):
        self.maps[0][key] = value

    def __delitem__(self, key):
        try:
            del self.maps[0][key]
        except KeyError:
            raise KeyError(f'Key not found in the first mapping: {key!r}')

    def popitem(self):
        """Take an item out of the first mapping."""
        try:
            return self.maps[0].popitem()
        except KeyError:
            raise KeyError('No keys found in the first mapping.')

    def pop(self, key, *args):
        """Take a key out of the first mapping."""
        try:
            return self.maps[0].pop(key, *args)
        except KeyError:
            raise KeyError(f'Key not found in the first mapping: {key!r}')

    def clear(self):
        """Empty the first mapping."""
        self.maps[0].clear()

    def __or__(self, other):
        if not hasattr(other, 'keys'):
            return NotImplemented
        result = self.copy()
        result.maps[0].update(other)
        return result

    def __ror__(self, other):
        if not hasattr(other, 'keys'):
            return NotImplemented
        merged = dict(other)
        for mapping in reversed(self.maps):
            merged.update(mapping)
        return type(self)(merged)

    def __ior__(self, other):
        self.maps[0].update(other)
        return self


# ---- Containers to derive from --------------------------------------------------------------------------------------

class UserDict(MutableMapping):
    """A mapping around a dict, in `data`."""

    def __init__(self, dict=None, /, **kwargs):
        self.data = {}
        if dict is not None:
            self.update(dict)
        if kwargs:
            self.update(kwargs)

    def __len__(self):
        return len(self.data)

    def __getitem__(self, key):
        if key in self.data:
            return self.data[key]
        if hasattr(type(self), '__missing__'):
            return type(self).__missing__(self, key)
        raise KeyError(key)

    def __setitem__(self, key, item):
        self.data[key] = item

    def __delitem__(self, key):
        del self.data[key]

    def __iter__(self):
        return iter(self.data)

    def __contains__(self, key):
        return key in self.data

    def get(self, key, default=None):
        return self[key] if key in self else default

    def __repr__(self):
        return repr(self.data)

    def __or__(self, other):
        if isinstance(other, UserDict):
            return type(self)(self.data | other.data)
        if isinstance(other, dict):
            return type(self)(self.data | other)
        return NotImplemented

    def __ror__(self, other):
        if isinstance(other, UserDict):
            return type(self)(other.data | self.data)
        if isinstance(other, dict):
            return type(self)(other | self.data)
        return NotImplemented

    def __ior__(self, other):
        self.data |= other.data if isinstance(other, UserDict) else other
        return self

    def __copy__(self):
        result = type(self).__new__(type(self))
        result.__dict__.update(self.__dict__)
        result.__dict__['data'] = self.__dict__['data'].copy()
        return result

    def copy(self):
        if type(self) is UserDict:
            return UserDict(self.data.copy())
        return self.__copy__()

    @classmethod
    def fromkeys(cls, iterable, value=None):
        result = cls()
        for key in iterable:
            result[key] = value
        return result


def _data_of(other):
    """The list or str inside of an instance of one of the following classes; any other object is it itself."""
    return other.data if isinstance(other, (UserList, UserString)) else other


class UserList(MutableSequence):
    """A sequence around a list, in `data`."""

    def __init__(self, initlist=None):
        self.data = []
        if initlist is not None:
            self.data[:] = _data_of(initlist)

    def __repr__(self):
        return repr(self.data)

    def __lt__(self, other):
        return self.data < _data_of(other)

    def __le__(self, other):
        return self.data <= _data_of(other)

    def __eq__(self, other):
        return self.data == _data_of(other)

    def __gt__(self, other):
        return self.data > _data_of(other)

    def __ge__(self, other):
        return self.data >= _data_of(other)

    def __contains__(self, item):
        return item in self.data

    def __len__(self):
        return len(self.data)

    def __getitem__(self, i):
        return self.__class__(self.data[i]) if isinstance(i, slice) else self.data[i]

    def __setitem__(self, i, item):
        self.data[i] = item

    def __delitem__(self, i):
        del self.data[i]

    def __add__(self, other):
        return self.__class__(self.data + _as_list(_data_of(other)))

    def __radd__(self, other):
        return self.__class__(_as_list(_data_of(other)) + self.data)

    def __iadd__(self, other):
        self.data += _as_list(_data_of(other))
        return self

    def __mul__(self, n):
        return self.__class__(self.data * n)

    __rmul__ = __mul__

    def __imul__(self, n):
        self.data *= n
        return self

    def __copy__(self):
        result = self.__class__.__new__(self.__class__)
        result.__dict__.update(self.__dict__)
        result.__dict__['data'] = self.__dict__['data'][:]
        return result

    def append(self, item):
        self.data.append(item)

    def insert(self, i, item):
        self.data.insert(i, item)

    def pop(self, i=-1):
        return self.data.pop(i)

    def remove(self, item):
        self.data.remove(item)

    def clear(self):
        self.data.clear()

    def copy(self):
        return self.__class__(self)

    def count(self, item):
        return self.data.count(item)

    def index(self, item, *args):
        return self.data.index(item, *args)

    def reverse(self):
        self.data.reverse()

    def sort(self, /, *args, **kwds):
        self.data.sort(*args, **kwds)

    def extend(self, other):
        self.data.extend(_data_of(other))


def _as_list(obj):
    return obj if isinstance(obj, list) else list(obj)


class UserString(Sequence):
    """A sequence around a str, in `data`."""

    def __init__(self, seq):
        self.data = str(_data_of(seq))

    def __str__(self):
        return str(self.data)

    def __repr__(self):
        return repr(self.data)

    def __int__(self):
        return int(self.data)

    def __float__(self):
        return float(self.data)

    def __complex__(self):
        return complex(self.data)

    def __hash__(self):
        return hash(self.data)

    def __getnewargs__(self):
        return (self.data[:],)

    def __eq__(self, string):
        return self.data == _data_of(string)

    def __lt__(self, string):
        return self.data < _data_of(string)

    def __le__(self, string):
        return self.data <= _data_of(string)

    def __gt__(self, string):
        return self.data > _data_of(string)

    def __ge__(self, string):
        return self.data >= _data_of(string)

    def __contains__(self, char):
        return _data_of(char) in self.data

    def __len__(self):
        return len(self.data)

    def __getitem__(self, index):
        return self.__class__(self.data[index])

    def __add__(self, other):
        return self.__class__(self.data + str(_data_of(other)))

    def __radd__(self, other):
        return self.__class__(str(other) + self.data)

    def __mul__(self, n):
        return self.__class__(self.data * n)

    __rmul__ = __mul__

    def __mod__(self, args):
        return self.__class__(self.data % args)

    def __rmod__(self, template):
        return self.__class__(str(template) % self)


def _add_string_methods():
    """The methods of str: they get str arguments, and a text that they give is wrapped again."""

    def method_of(name, gives_string):
        def method(self, /, *args, **kwargs):
            result = getattr(self.data, name)(*[_data_of(arg) for arg in args], **kwargs)
            return self.__class__(result) if gives_string else result

        method.__name__ = name
        method.__qualname__ = f'UserString.{name}'
        return method

    for name in (
            'capitalize casefold center expandtabs ljust lower lstrip removeprefix removesuffix replace rjust rstrip '
            'strip swapcase title translate upper zfill').split():
        setattr(UserString, name, method_of(name, True))
    for name in (
            'count encode endswith find format format_map index isalpha isalnum isascii isdecimal isdigit '
            'isidentifier islower isnumeric isprintable isspace istitle isupper join partition rfind rindex '
            'rpartition rsplit split splitlines startswith').split():
        setattr(UserString, name, method_of(name, False))
    UserString.maketrans = str.maketrans


_add_string_methods()
