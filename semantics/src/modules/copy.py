"""Copies of objects."""

__all__ = ['Error', 'copy', 'deepcopy', 'replace']

_missing = object()


class Error(Exception):
    """An object cannot be copied."""


error = Error

_function = type(lambda: None)
_method = type(Error().with_traceback)


class _Class:
    def method(self):
        pass


_bound_method = type(_Class().method)

# Objects that never change are their own copies.
_unchanging = {
    type(None), int, float, bool, complex, str, bytes, type, range, slice, property, _function, _method, type(...),
    type(NotImplemented), type(list[int]), type(int | str),
}


def copy(x):
    """A new object with the same contents."""
    cls = type(x)
    if cls in _unchanging or cls is tuple or cls is frozenset or issubclass(cls, type):
        return x
    if cls in (list, dict, set, bytearray):
        return x.copy()
    own = getattr(cls, '__copy__', None)
    if own is not None:
        return own(x)
    return _rebuild(x, None)


def deepcopy(x, memo=None, _nil=_missing):
    """A new object with copies of the contents, and so on; what was the same object stays one."""
    cls = type(x)
    if cls in _unchanging:
        return x
    if memo is None:
        memo = {}
    result = memo.get(id(x), _missing)
    if result is not _missing:
        return result
    if cls in _deep:
        result = _deep[cls](x, memo)
    elif issubclass(cls, type):
        result = x
    else:
        own = getattr(x, '__deepcopy__', None)
        result = _rebuild(x, memo) if own is None else own(memo)
    if result is not x:
        memo[id(x)] = result
        # The object must live as long as its id stands for it.
        memo.setdefault(id(memo), []).append(x)
    return result


def _deep_list(x, memo):
    result = []
    memo[id(x)] = result
    for item in x:
        result.append(deepcopy(item, memo))
    return result


def _deep_tuple(x, memo):
    items = [deepcopy(item, memo) for item in x]
    # A copy may have been made on the way, if the tuple contains itself.
    if id(x) in memo:
        return memo[id(x)]
    for old, new in zip(x, items):
        if old is not new:
            return tuple(items)
    return x


def _deep_dict(x, memo):
    result = {}
    memo[id(x)] = result
    for key, value in x.items():
        result[deepcopy(key, memo)] = deepcopy(value, memo)
    return result


def _deep_set(x, memo):
    return type(x)([deepcopy(item, memo) for item in x])


def _deep_method(x, memo):
    return type(x)(x.__func__, deepcopy(x.__self__, memo))


_deep = {
    list: _deep_list,
    tuple: _deep_tuple,
    dict: _deep_dict,
    set: _deep_set,
    frozenset: _deep_set,
    bytearray: lambda x, memo: bytearray(x),
    _bound_method: _deep_method,
}


def _rebuild(x, memo):
    """A copy of an instance of a class: a new object with the same state. A memo asks for a deep copy."""
    cls = type(x)

    def again(value):
        return value if memo is None else deepcopy(value, memo)

    for name, args in (('__reduce_ex__', (4,)), ('__reduce__', ())):
        reduce = getattr(cls, name, None)
        if reduce is not getattr(object, name, None):
            return _rebuild_from(x, reduce(x, *args), memo, again)
    if hasattr(x, '__getnewargs_ex__'):
        args, kwargs = x.__getnewargs_ex__()
        result = cls.__new__(cls, *again(args), **again(kwargs))
    elif hasattr(x, '__getnewargs__'):
        result = cls.__new__(cls, *again(x.__getnewargs__()))
    elif isinstance(x, BaseException):
        result = cls.__new__(cls, *again(x.args))
    else:
        for kind, value_of in _values:
            if isinstance(x, kind):
                result = cls.__new__(cls, again(value_of(x)))
                break
        else:
            if cls.__module__ == 'builtins' and cls is not object:
                raise TypeError(f'cannot pickle {cls.__name__!r} object')
            result = cls.__new__(cls)
    if memo is not None:
        memo[id(x)] = result
    state = _state(x)
    if state is not None:
        _set_state(result, again(state))
    _fill(result, x, again)
    return result


# The value in an instance of a class that is derived from an unchanging built-in one.
_values = (
    (int, int.__int__),
    (float, float.__float__),
    (complex, complex.__complex__),
    (str, str.__str__),
    (bytes, bytes.__bytes__),
    (tuple, lambda x: tuple([*tuple.__iter__(x)])),
    (frozenset, lambda x: frozenset([*frozenset.__iter__(x)])),
)


def _state(x):
    """The attributes of an object: its dict and its slots, or what it says itself."""
    own = getattr(type(x), '__getstate__', None)
    if own is not None and own is not getattr(object, '__getstate__', None):
        return own(x)
    attributes = getattr(x, '__dict__', None) or None
    slots = {}
    for cls in type(x).__mro__:
        names = cls.__dict__.get('__slots__', ())
        for name in (names,) if isinstance(names, str) else names:
            if name in ('__dict__', '__weakref__'):
                continue
            if name.startswith('__') and not name.endswith('__') and cls.__name__.lstrip('_'):
                name = f"_{cls.__name__.lstrip('_')}{name}"
            value = getattr(x, name, _missing)
            if value is not _missing:
                slots[name] = value
    return (attributes, slots) if slots else attributes


def _set_state(result, state):
    own = getattr(result, '__setstate__', None)
    if own is not None:
        own(state)
        return
    attributes, slots = state if isinstance(state, tuple) and len(state) == 2 else (state, None)
    if attributes is not None:
        result.__dict__.update(attributes)
    if slots is not None:
        for name, value in slots.items():
            setattr(result, name, value)


def _fill(result, x, again):
    """Copy the items of what is derived from a built-in container."""
    if isinstance(x, list):
        for item in list.__iter__(x):
            result.append(again(item))
    elif isinstance(x, dict):
        for key, value in dict.items(x):
            result[again(key)] = again(value)
    elif isinstance(x, set):
        for item in set.__iter__(x):
            set.add(result, again(item))


def _rebuild_from(x, parts, memo, again):
    """A copy by the recipe that a `__reduce__` gives."""
    if isinstance(parts, str):
        return x
    function, args, *rest = parts
    state, items, pairs = [*rest, None, None, None][:3]
    result = function(*[again(arg) for arg in args])
    if memo is not None:
        memo[id(x)] = result
    if state is not None:
        _set_state(result, again(state))
    if items is not None:
        for item in items:
            result.append(again(item))
    if pairs is not None:
        for key, value in pairs:
            result[again(key)] = again(value)
    return result


def replace(obj, /, **changes):
    """A copy with some fields changed, by the object's `__replace__`."""
    method = getattr(obj.__class__, '__replace__', None)
    if method is None:
        raise TypeError(f'replace() does not support {obj.__class__.__name__} objects')
    return method(obj, **changes)
