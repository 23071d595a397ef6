"""Functions that take or give functions."""

__all__ = [
    'update_wrapper', 'wraps', 'WRAPPER_ASSIGNMENTS', 'WRAPPER_UPDATES', 'total_ordering', 'cache', 'cmp_to_key',
    'lru_cache', 'reduce', 'partial', 'partialmethod', 'singledispatch', 'singledispatchmethod', 'cached_property',
]

from _functools import cmp_to_key, partial, reduce
from collections import namedtuple

_missing = object()
_GenericAlias = type(list[int])

# What a wrapper takes over from the function that it wraps.
WRAPPER_ASSIGNMENTS = ('__module__', '__name__', '__qualname__', '__doc__', '__annotations__', '__type_params__')
WRAPPER_UPDATES = ('__dict__',)


# ---- Wrappers -------------------------------------------------------------------------------------------------------

def update_wrapper(wrapper, wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    """Make a wrapper look like the function that it wraps."""
    for name in assigned:
        value = getattr(wrapped, name, _missing)
        if value is not _missing:
            setattr(wrapper, name, value)
    for name in updated:
        getattr(wrapper, name).update(getattr(wrapped, name, {}))
    # Last, for the dict of the wrapped function may have had one too.
    wrapper.__wrapped__ = wrapped
    return wrapper


def wraps(wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    """A decorator that makes a wrapper look like the function that it wraps."""
    return partial(update_wrapper, wrapped=wrapped, assigned=assigned, updated=updated)


class partialmethod:
    """The same for methods: the object comes first, then the arguments that are given."""

    def __init__(self, func, /, *args, **keywords):
        if not callable(func) and not hasattr(func, '__get__'):
            raise TypeError(f'{func!r} is not callable or a descriptor')
        if isinstance(func, partialmethod):
            self.func = func.func
            self.args = func.args + args
            self.keywords = {**func.keywords, **keywords}
        else:
            self.func = func
            self.args = args
            self.keywords = keywords

    def __repr__(self):
        parts = [repr(self.func)]
        parts += [repr(arg) for arg in self.args]
        parts += [f'{name}={value!r}' for name, value in self.keywords.items()]
        return f"{type(self).__module__}.{type(self).__qualname__}({', '.join(parts)})"

    def __get__(self, obj, cls=None):
        get = getattr(self.func, '__get__', None)
        if get is not None:
            bound = get(obj, cls)
            if bound is not self.func:
                result = partial(bound, *self.args, **self.keywords)
                if hasattr(bound, '__self__'):
                    result.__self__ = bound.__self__
                return result
        return self._make_method().__get__(obj, cls)

    def _make_method(self):
        def method(cls_or_self, /, *args, **keywords):
            return self.func(cls_or_self, *self.args, *args, **{**self.keywords, **keywords})
        method.__isabstractmethod__ = self.__isabstractmethod__
        method.__partialmethod__ = self
        return method

    @property
    def __isabstractmethod__(self):
        return getattr(self.func, '__isabstractmethod__', False)

    def __class_getitem__(cls, item, /):
        return _GenericAlias(cls, item)


# ---- Comparisons out of others --------------------------------------------------------------------------------------

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


# ---- Caches ---------------------------------------------------------------------------------------------------------

_CacheInfo = namedtuple('CacheInfo', ['hits', 'misses', 'maxsize', 'currsize'], module='functools')


class _Arguments(list):
    """The arguments of a call as a key, which is hashed only once."""

    __slots__ = ('hashvalue',)

    def __init__(self, parts):
        list.__init__(self, parts)
        self.hashvalue = hash(tuple(parts))

    def __hash__(self):
        return self.hashvalue


_keyword_mark = object()


def _make_key(args, kwds, typed, kwd_mark=_keyword_mark):
    """What calls with the same arguments have in common."""
    parts = list(args)
    if kwds:
        parts.append(kwd_mark)
        for item in kwds.items():
            parts += item
    if typed:
        parts += [type(value) for value in args]
        parts += [type(value) for value in kwds.values()]
    elif len(parts) == 1 and (type(parts[0]) is int or type(parts[0]) is str):
        # One int or text is as good a key as a tuple around it.
        return parts[0]
    return _Arguments(parts)


def lru_cache(maxsize=128, typed=False):
    """A decorator that keeps the results of the last calls."""
    if isinstance(maxsize, int):
        maxsize = max(maxsize, 0)
    elif callable(maxsize) and isinstance(typed, bool):
        # `@lru_cache` without parentheses.
        function, maxsize = maxsize, 128
        wrapper = _lru_cache_wrapper(function, maxsize, typed)
        wrapper.cache_parameters = lambda: {'maxsize': maxsize, 'typed': typed}
        return update_wrapper(wrapper, function)
    elif maxsize is not None:
        raise TypeError('Expected first argument to be an integer, a callable, or None')

    def decorating_function(user_function):
        wrapper = _lru_cache_wrapper(user_function, maxsize, typed)
        wrapper.cache_parameters = lambda: {'maxsize': maxsize, 'typed': typed}
        return update_wrapper(wrapper, user_function)

    return decorating_function


def cache(user_function, /):
    """A decorator that keeps all results."""
    return lru_cache(maxsize=None)(user_function)


class _lru_cache_wrapper:
    """A function together with the results of its last calls."""

    def __init__(self, user_function, maxsize, typed, cache_info_type=_CacheInfo):
        if not callable(user_function):
            raise TypeError('the first argument must be callable')
        self._function = user_function
        self._maxsize = maxsize
        self._typed = typed
        self.cache_clear()

    def __call__(self, /, *args, **keywords):
        if self._maxsize == 0:
            self._misses += 1
            return self._function(*args, **keywords)
        key = _make_key(args, keywords, self._typed)
        # A dict keeps the order in which keys were added: the key that has been used longest ago comes first.
        results = self._results
        result = results.get(key, _missing)
        if result is not _missing:
            self._hits += 1
            if self._maxsize is not None:
                del results[key]
                results[key] = result
            return result
        self._misses += 1
        result = self._function(*args, **keywords)
        # The call may have come here again with the same arguments.
        if key not in results:
            if self._maxsize is not None and len(results) >= self._maxsize:
                del results[next(iter(results))]
            results[key] = result
        return result

    def __get__(self, obj, cls=None):
        return self if obj is None else _Method(self, obj)

    def cache_info(self):
        """How often the cache was of use, and how full it is"""
        return _CacheInfo(self._hits, self._misses, self._maxsize, len(self._results))

    def cache_clear(self):
        """Forget all results"""
        self._results = {}
        self._hits = self._misses = 0

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    def __repr__(self):
        return f'<functools._lru_cache_wrapper object at {id(self):#x}>'


class _BoundMethods:
    def method(self):
        pass


_Method = type(_BoundMethods().method)


class cached_property:
    """An attribute that is computed when it is first asked for."""

    def __init__(self, func):
        self.func = func
        self.attrname = None
        self.__doc__ = func.__doc__
        self.__module__ = func.__module__

    def __set_name__(self, owner, name):
        if self.attrname is None:
            self.attrname = name
        elif name != self.attrname:
            raise TypeError(
                'Cannot assign the same cached_property to two different names '
                f'({self.attrname!r} and {name!r}).'
            )

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        if self.attrname is None:
            raise TypeError('Cannot use cached_property instance without calling __set_name__ on it.')
        values = getattr(instance, '__dict__', None)
        if values is None:
            raise TypeError(
                f"No '__dict__' attribute on {type(instance).__name__!r} "
                f'instance to cache {self.attrname!r} property.'
            )
        value = values.get(self.attrname, _missing)
        if value is _missing:
            # From now on the instance's own dict has the attribute, and this descriptor is no longer asked.
            value = values[self.attrname] = self.func(instance)
        return value

    def __class_getitem__(cls, item, /):
        return _GenericAlias(cls, item)


# ---- Functions that choose by the type of their first argument ------------------------------------------------------

def _best_implementation(cls, registry):
    """The implementation for the class that comes first in the resolution order; abstract classes are tried after
    the true bases that are as near."""
    for base in cls.__mro__:
        if base is object:
            break
        if base in registry:
            return registry[base]
        virtual = [
            candidate for candidate in registry
            if candidate not in cls.__mro__ and issubclass(base, candidate)
        ]
        # Of abstract classes that are derived from each other the most special one counts.
        virtual = [
            candidate for candidate in virtual
            if not any(other is not candidate and issubclass(other, candidate) for other in virtual)
        ]
        if len(virtual) > 1:
            raise RuntimeError(f'Ambiguous dispatch: {virtual[0]} or {virtual[1]}')
        if virtual and not any(issubclass(base_, virtual[0]) for base_ in base.__mro__[1:]):
            return registry[virtual[0]]
    return registry.get(object)


def singledispatch(func):
    """Make of a function one that has an implementation for each type of its first argument."""
    registry = {}
    name = getattr(func, '__name__', 'singledispatch function')

    def dispatch(cls):
        """The implementation for a class"""
        return _best_implementation(cls, registry)

    def register(cls, func=None):
        """Add an implementation; a decorator, with the class as its argument or in the annotation"""
        if _is_dispatch_type(cls):
            if func is None:
                return lambda function: register(cls, function)
        else:
            if func is not None:
                raise TypeError(f'Invalid first argument to `register()`. {cls!r} is not a class or union type.')
            annotations = getattr(cls, '__annotations__', {})
            if not annotations:
                raise TypeError(
                    f'Invalid first argument to `register()`: {cls!r}. '
                    'Use either `@register(some_class)` or plain `@register` on an annotated function.'
                )
            func = cls
            argument, cls = next(iter(annotations.items()))
            if not _is_dispatch_type(cls):
                raise TypeError(f'Invalid annotation for {argument!r}. {cls!r} is not a class.')
        for each in (cls.__args__ if isinstance(cls, _Union) else (cls,)):
            registry[each] = func
        return func

    def wrapper(*args, **kw):
        if not args:
            raise TypeError(f'{name} requires at least 1 positional argument')
        return dispatch(args[0].__class__)(*args, **kw)

    registry[object] = func
    wrapper.register = register
    wrapper.dispatch = dispatch
    wrapper.registry = _read_only(registry)
    wrapper._clear_cache = lambda: None
    update_wrapper(wrapper, func)
    return wrapper


_read_only = type(type.__dict__)
_Union = type(int | str)


def _is_dispatch_type(cls):
    if isinstance(cls, type):
        return True
    return isinstance(cls, _Union) and all(isinstance(each, type) for each in cls.__args__)


class singledispatchmethod:
    """The same for methods: the type of the first argument after the object decides."""

    def __init__(self, func):
        if not callable(func) and not hasattr(func, '__get__'):
            raise TypeError(f'{func!r} is not callable or a descriptor')
        self.dispatcher = singledispatch(func)
        self.func = func

    def register(self, cls, method=None):
        """Add an implementation"""
        return self.dispatcher.register(cls, func=method)

    def __get__(self, obj, cls=None):
        name = getattr(self.func, '__name__', 'singledispatchmethod method')

        def _method(*args, **kwargs):
            if not args:
                raise TypeError(f'{name} requires at least 1 positional argument')
            return self.dispatcher.dispatch(args[0].__class__).__get__(obj, cls)(*args, **kwargs)

        _method.__isabstractmethod__ = self.__isabstractmethod__
        _method.register = self.register
        update_wrapper(_method, self.func)
        return _method

    @property
    def __isabstractmethod__(self):
        return getattr(self.func, '__isabstractmethod__', False)
