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
    """A copy of an instance of a class, by what its `__reduce_ex__` says. A memo asks for a deep copy."""
    def again(value):
        return value if memo is None else deepcopy(value, memo)

    return _rebuild_from(x, x.__reduce_ex__(4), memo, again)


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
