# What every object says of itself when it is to be copied.
#
# Intrinsics used in this file, beside those of functions.py:
#   _layout(obj)   the built-in class that decides what the object consists of: `list` for an instance of a subclass


def object_getstate(self, /):
    """The attributes: the dict, None if it is empty; with slots a pair of the dict and a dict of these."""
    attributes = _own_dict(self) or None
    slots = {}
    for cls in type(self).__mro__:
        names = cls.__dict__.get('__slots__', ())
        for name in (names,) if _isa(names, str) else names:
            if name == '__dict__' or name == '__weakref__':
                continue
            if name.startswith('__') and not name.endswith('__') and cls.__name__.lstrip('_'):
                name = f"_{cls.__name__.lstrip('_')}{name}"
            value = getattr(self, name, _missing)
            if value is not _missing:
                slots[name] = value
    return (attributes, slots) if slots else attributes


def object_reduce(self, /):
    return _reduce_by_state(self)


def object_reduce_ex(self, protocol, /):
    reduce = type(self).__reduce__
    if reduce is not object.__reduce__:
        return self.__reduce__()
    return _reduce_by_state(self) if _index(protocol) < 2 else _reduce_by_new(self)


def _reduce_by_state(obj):
    import copyreg
    cls = type(obj)
    if _layout(obj) is not object:
        raise TypeError(f"cannot pickle {_type_name(obj)!r} object")
    state = obj.__getstate__()
    made = (copyreg._reconstructor, (cls, object, None))
    return made if state is None else (*made, state)


def _reduce_by_new(obj):
    import copyreg
    cls = type(obj)
    make, args = copyreg.__newobj__, (cls,)
    new_args = getattr(obj, '__getnewargs_ex__', None)
    if new_args is not None:
        args, named = new_args()
        make, args = (copyreg.__newobj_ex__, (cls, args, named)) if named else (make, (cls, *args))
    elif getattr(obj, '__getnewargs__', None) is not None:
        args = (cls, *obj.__getnewargs__())
    elif _layout(obj) not in (object, list, dict):
        raise TypeError(f'cannot pickle {_type_name(obj)!r} object')
    items = iter(obj) if _isa(obj, list) else None
    pairs = iter(obj.items()) if _isa(obj, dict) else None
    return (make, args, obj.__getstate__(), items, pairs)
