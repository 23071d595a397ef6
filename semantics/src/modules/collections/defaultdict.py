class defaultdict(dict):
    """A dict that makes the value for a missing key by calling a function."""

    __module__ = 'collections'
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
