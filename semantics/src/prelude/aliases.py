# Generic aliases (`list[int]`) and unions (`int | str`).
#
# Intrinsics used in this file, beside those of functions.py:
#   _unpacked(alias)   the alias that stands for its arguments one by one: `*tuple[int, ...]`
#   _union(members)    a union of the members in a tuple

_GenericAlias = type(list[int])
_Union = type(int | str)


def _origin(alias):
    return _GenericAlias.__origin__.__get__(alias)


def _arguments(alias):
    return _GenericAlias.__args__.__get__(alias)


def _union_members(union):
    return _Union.__args__.__get__(union)


def _is_unpacked(alias):
    return _GenericAlias.__unpacked__.__get__(alias)


# ---- Attributes -----------------------------------------------------------------------------------------------------

# What an alias has itself; anything else is asked of its class.
_OWN = (
    '__args__', '__bases__', '__class__', '__copy__', '__deepcopy__', '__mro_entries__', '__origin__', '__parameters__',
    '__reduce__', '__reduce_ex__', '__typing_unpacked_tuple_args__', '__unpacked__',
)


def alias_getattribute(self, name, /):
    if name == '__parameters__':
        return _parameters(_arguments(self))
    if name == '__typing_unpacked_tuple_args__':
        is_tuple = _is_unpacked(self) and _origin(self) is tuple
        return _arguments(self) if is_tuple else None
    if name in _OWN:
        return object.__getattribute__(self, name)
    return getattr(_origin(self), name)


def union_getattribute(self, name, /):
    return _parameters(_union_members(self)) if name == '__parameters__' else object.__getattribute__(self, name)


def alias_dir(self, /):
    own = [name for name in _OWN if name not in ('__class__', '__reduce__', '__reduce_ex__')]
    return sorted({*dir(_origin(self)), *own})


# ---- Texts ----------------------------------------------------------------------------------------------------------

def alias_repr(self, /):
    arguments = _arguments(self)
    texts = ['()'] if not arguments else [_argument_text(argument) for argument in arguments]
    return f"{'*' if _is_unpacked(self) else ''}{_argument_text(_origin(self))}[{', '.join(texts)}]"


def _argument_text(argument):
    """A class is shown by its name; of a list the items are shown so."""
    if argument is ...:
        return '...'
    if type(argument) is list:
        return '[' + ', '.join([_argument_text(item) for item in argument]) + ']'
    if getattr(argument, '__origin__', _missing) is not _missing and getattr(argument, '__args__', _missing) is not _missing:
        return repr(argument)
    name = getattr(argument, '__qualname__', None)
    module = getattr(argument, '__module__', None)
    if name is None or module is None:
        return repr(argument)
    return f'{name}' if module == 'builtins' else f'{module}.{name}'


def union_repr(self, /):
    return ' | '.join(['None' if member is type(None) else _argument_text(member) for member in _union_members(self)])


# ---- Calls ----------------------------------------------------------------------------------------------------------

def alias_call(self, /, *args, **kwargs):
    obj = _origin(self)(*args, **kwargs)
    try:
        obj.__orig_class__ = self
    except (AttributeError, TypeError):
        # Not every object takes attributes.
        pass
    return obj


def alias_mro_entries(self, bases, /):
    return (_origin(self),)


def alias_iter(self, /):
    return iter((_unpacked(self),))


def alias_reduce(self, /):
    if _is_unpacked(self):
        return (next, (iter(_GenericAlias(_origin(self), _arguments(self))),))
    return (_GenericAlias, (_origin(self), _arguments(self)))


# ---- Comparing ------------------------------------------------------------------------------------------------------

def alias_eq(self, value, /):
    if type(value) is not _GenericAlias:
        return NotImplemented
    if _is_unpacked(self) != _is_unpacked(value):
        return False
    return _origin(self) == _origin(value) and _arguments(self) == _arguments(value)


def alias_hash(self, /):
    return hash(_origin(self)) ^ hash(_arguments(self))


def union_eq(self, value, /):
    if type(value) is not _Union:
        return NotImplemented
    return {*_union_members(self)} == {*_union_members(value)}


def union_hash(self, /):
    return hash(frozenset(_union_members(self)))


# ---- Instances ------------------------------------------------------------------------------------------------------

def alias_instancecheck(self, instance, /):
    raise TypeError('isinstance() argument 2 cannot be a parameterized generic')


def alias_subclasscheck(self, cls, /):
    raise TypeError('issubclass() argument 2 cannot be a parameterized generic')


def union_instancecheck(self, instance, /):
    return isinstance(instance, _union_members(self))


def union_subclasscheck(self, cls, /):
    return issubclass(cls, _union_members(self))


# ---- Type variables -------------------------------------------------------------------------------------------------

def _parameters(arguments):
    """The type variables among arguments, and in them."""
    found = []
    for argument in arguments:
        if _isa(argument, type):
            continue
        if _find(type(argument), '__typing_subst__', None) is not None:
            inner = (argument,)
        elif type(argument) is list or type(argument) is tuple:
            inner = _parameters(argument)
        else:
            inner = getattr(argument, '__parameters__', ())
        if _isa(inner, tuple):
            for variable in inner:
                if variable not in found:
                    found.append(variable)
    return (*found,)


def _substituted(owner, arguments, parameters, item):
    """The arguments with what `owner[item]` puts in place of the type variables."""
    if not parameters:
        raise TypeError(f'{owner!r} is not a generic class')
    items = item if _isa(item, tuple) else (item,)
    if _len(items) != _len(parameters):
        many = 'many' if _len(items) > _len(parameters) else 'few'
        expected = _len(parameters) if many == 'many' else f'at least {_len(parameters)}'
        raise TypeError(f'Too {many} arguments for {owner!r}; actual {_len(items)}, expected {expected}')
    values = dict(zip(parameters, items))
    return (*[_replaced(argument, values) for argument in arguments],)


def _replaced(argument, values):
    if _isa(argument, type):
        return argument
    if _find(type(argument), '__typing_subst__', None) is not None:
        return argument.__typing_subst__(values[argument])
    if type(argument) is list:
        return [_replaced(item, values) for item in argument]
    inner = getattr(argument, '__parameters__', ())
    if _isa(inner, tuple) and inner:
        return argument[(*[values[variable] for variable in inner],)]
    return argument


def alias_getitem(self, key, /):
    arguments = _arguments(self)
    return _GenericAlias(_origin(self), _substituted(self, arguments, _parameters(arguments), key))


def union_getitem(self, key, /):
    members = _substituted(self, _union_members(self), _parameters(_union_members(self)), key)
    result = members[0]
    for member in members[1:]:
        result = result | member
    return result
