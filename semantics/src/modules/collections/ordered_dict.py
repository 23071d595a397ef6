class OrderedDict(dict):
    """A dict whose order counts: it can be changed, and makes a difference in comparisons."""

    __module__ = 'collections'
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
        return odict_keys(self)

    def values(self):
        return odict_values(self)

    def items(self):
        return odict_items(self)

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


class odict_keys(KeysView):
    __module__ = 'builtins'
    __slots__ = ()

    def __reversed__(self):
        return reversed(self._mapping)

    def __repr__(self):
        return f'odict_keys({[*self]!r})'


class odict_values(ValuesView):
    __module__ = 'builtins'
    __slots__ = ()

    def __reversed__(self):
        for key in reversed(self._mapping):
            yield self._mapping[key]

    def __repr__(self):
        return f'odict_values({[*self]!r})'


class odict_items(ItemsView):
    __module__ = 'builtins'
    __slots__ = ()

    def __reversed__(self):
        for key in reversed(self._mapping):
            yield (key, self._mapping[key])

    def __repr__(self):
        return f'odict_items({[*self]!r})'
