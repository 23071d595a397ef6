"""The functions of `functools` that are not written in Python elsewhere."""

_missing = object()
_GenericAlias = type(list[int])


class partial:
    """A function some of whose arguments are given already."""

    __module__ = 'functools'
    __slots__ = ('func', 'args', 'keywords', '__dict__', '__weakref__')

    def __new__(cls, /, *args, **keywords):
        if not args:
            raise TypeError("type 'partial' takes at least one argument")
        func, *args = args
        if not callable(func):
            raise TypeError('the first argument must be callable')
        if isinstance(func, partial) and type(func).__call__ is partial.__call__ and not func.__dict__:
            # A partial of a partial is one partial of the function itself.
            args = [*func.args, *args]
            keywords = {**func.keywords, **keywords}
            func = func.func
        self = object.__new__(cls)
        self.func = func
        self.args = tuple(args)
        self.keywords = keywords
        return self

    def __call__(self, /, *args, **keywords):
        return self.func(*self.args, *args, **{**self.keywords, **keywords})

    def __repr__(self, /):
        parts = [repr(self.func)]
        parts += [repr(arg) for arg in self.args]
        parts += [f'{name}={value!r}' for name, value in self.keywords.items()]
        return f"{type(self).__module__}.{type(self).__qualname__}({', '.join(parts)})"

    def __class_getitem__(cls, item, /):
        return _GenericAlias(cls, item)


def reduce(function, iterable, initial=_missing, /):
    """Apply a function of two arguments to the items from left to right, until one value is left."""
    try:
        iterator = iter(iterable)
    except TypeError:
        iterator = None
    if iterator is None:
        raise TypeError('reduce() arg 2 must support iteration')
    result = next(iterator, _missing) if initial is _missing else initial
    if result is _missing:
        raise TypeError('reduce() of empty iterable with no initial value')
    for item in iterator:
        result = function(result, item)
    return result


def cmp_to_key(mycmp):
    """A key function for sorting out of a function that compares two arguments."""

    class K:
        __slots__ = ('obj',)
        __module__ = 'functools'
        __qualname__ = 'KeyWrapper'
        __hash__ = None

        def __init__(self, obj):
            self.obj = obj

        def __lt__(self, other):
            return mycmp(self.obj, other.obj) < 0

        def __gt__(self, other):
            return mycmp(self.obj, other.obj) > 0

        def __eq__(self, other):
            return mycmp(self.obj, other.obj) == 0

        def __le__(self, other):
            return mycmp(self.obj, other.obj) <= 0

        def __ge__(self, other):
            return mycmp(self.obj, other.obj) >= 0

    return K


def _derived(name, ask, decide):
    """A comparison that is made of another one and, where needed, of equality."""

    def method(self, other):
        result = getattr(type(self), ask)(self, other)
        return result if result is NotImplemented else decide(result, self, other)

    method.__name__ = method.__qualname__ = name
    method.__doc__ = getattr(int, name).__doc__
    return method


# From each comparison that a class may have, the three others.
_DERIVED = {
    '__lt__': [
        ('__gt__', lambda less, a, b: not less and a != b),
        ('__le__', lambda less, a, b: less or a == b),
        ('__ge__', lambda less, a, b: not less),
    ],
    '__le__': [
        ('__ge__', lambda less_or_equal, a, b: not less_or_equal or a == b),
        ('__lt__', lambda less_or_equal, a, b: less_or_equal and a != b),
        ('__gt__', lambda less_or_equal, a, b: not less_or_equal),
    ],
    '__gt__': [
        ('__lt__', lambda greater, a, b: not (greater or a == b)),
        ('__ge__', lambda greater, a, b: greater or a == b),
        ('__le__', lambda greater, a, b: not greater),
    ],
    '__ge__': [
        ('__le__', lambda greater_or_equal, a, b: not greater_or_equal or a == b),
        ('__gt__', lambda greater_or_equal, a, b: greater_or_equal and a != b),
        ('__lt__', lambda greater_or_equal, a, b: not greater_or_equal),
    ],
}


def total_ordering(cls):
    """Give a class that has one comparison the others."""
    roots = [name for name in _DERIVED if getattr(cls, name, None) is not getattr(object, name, None)]
    if not roots:
        raise ValueError('must define at least one ordering operation: < > <= >=')
    # `<` is preferred, then `<=`, `>`, `>=`.
    for preferred in ('__lt__', '__le__', '__gt__', '__ge__'):
        if preferred in roots:
            root = preferred
            break
    for name, decide in _DERIVED[root]:
        if name not in roots:
            setattr(cls, name, _derived(name, root, decide))
    return cls
