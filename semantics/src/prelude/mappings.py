# Methods of dicts and sets that take any iterable or compare values.
#
# Looking a key up may run code of the program (its `__hash__` and `__eq__`); that is a rule of its own, so here
# `dict.__getitem__`, `dict.__setitem__`, `set.add` and the like are simply called. As in sequences.py, they are called
# through the built-in type, for a subclass may have overridden them.
#
# Intrinsics used in this file: those of functions.py and
#   _enter_repr(obj), _leave_repr(obj)   see sequences.py
#   _dict_behind(view)                   the dict that a dict_keys or dict_items shows
# A method of set does the same for frozenset where it changes nothing: `set_union` is also `frozenset.union`.


# ---- dict -----------------------------------------------------------------------------------------------------------

def dict_init(self, /, *args, **kwargs):
    if _len(args) > 1:
        raise TypeError(f'dict expected at most 1 argument, got {_len(args)}')
    _update(self, args, kwargs)


def dict_update(self, /, *args, **kwargs):
    if _len(args) > 1:
        raise TypeError(f'update expected at most 1 argument, got {_len(args)}')
    _update(self, args, kwargs)


def _update(self, args, keywords):
    if args:
        _merge_into(self, args[0])
    for key in keywords:
        dict.__setitem__(self, key, keywords[key])


def _merge_into(self, other):
    # A mapping is known by its method `keys`; anything else must give pairs.
    if type(other) is dict or getattr(other, 'keys', _missing) is not _missing:
        _merge_mapping(self, other)
    else:
        _merge_pairs(self, other)


def _merge_mapping(self, mapping):
    if _isa(mapping, dict) and _find(type(mapping), '__iter__', None) is _find(dict, '__iter__', None):
        for key, value in dict.items(mapping):
            dict.__setitem__(self, key, value)
    else:
        for key in mapping.keys():
            dict.__setitem__(self, key, mapping[key])


def _merge_pairs(self, pairs):
    place = 0
    for pair in pairs:
        both = pair
        if type(pair) is not list and type(pair) is not tuple:
            both = _items(iter(pair)) if _is_iterable(pair) else None
        if both is None:
            raise TypeError(f'cannot convert dictionary update sequence element #{place} to a sequence')
        if _len(both) != 2:
            raise ValueError(f'dictionary update sequence element #{place} has length {_len(both)}; 2 is required')
        dict.__setitem__(self, both[0], both[1])
        place += 1


def dict_copy(self, /):
    result = {}
    _merge_mapping(result, self)
    return result


def dict_fromkeys(cls, iterable, value=None, /):
    result = cls()
    if type(result) is dict:
        for key in iterable:
            dict.__setitem__(result, key, value)
    else:
        for key in iterable:
            result[key] = value
    return result


def dict___or__(self, value, /):
    if not _isa(self, dict) or not _isa(value, dict):
        return NotImplemented
    result = dict.copy(self)
    _merge_mapping(result, value)
    return result


def dict___ror__(self, value, /):
    return dict___or__(value, self)


def dict___ior__(self, value, /):
    _merge_into(self, value)
    return self


def dict___eq__(self, value, /):
    if not _isa(value, dict):
        return NotImplemented
    return _has_same_items(self, value)


def dict___ne__(self, value, /):
    if not _isa(value, dict):
        return NotImplemented
    return not _has_same_items(self, value)


def _has_same_items(left, right):
    if dict.__len__(left) != dict.__len__(right):
        return False
    for key, value in [*dict.items(left)]:
        other = dict.get(right, key, _missing)
        if other is _missing or not (value is other or value == other):
            return False
    return True


def dict_repr(self, /):
    if dict.__len__(self) == 0:
        return '{}'
    if _enter_repr(self):
        return '{...}'
    try:
        return '{' + ', '.join([f'{key!r}: {value!r}' for key, value in dict.items(self)]) + '}'
    finally:
        _leave_repr(self)


# ---- The views of a dict --------------------------------------------------------------------------------------------

_dict_keys = type({}.keys())
_dict_items = type({}.items())


def dict_keys_repr(self, /):
    return _view_repr(self, 'dict_keys')


def dict_values_repr(self, /):
    return _view_repr(self, 'dict_values')


def dict_items_repr(self, /):
    return _view_repr(self, 'dict_items')


def _view_repr(self, name):
    if _enter_repr(self):
        return '...'
    try:
        return f'{name}({[*self]!r})'
    finally:
        _leave_repr(self)


def dict_items___contains__(self, key, /):
    if not _isa(key, tuple) or tuple.__len__(key) != 2:
        return False
    wanted, value = tuple.__iter__(key)
    found = dict.get(_dict_behind(self), wanted, _missing)
    return found is not _missing and (found is value or found == value)


def dict_keys_isdisjoint(self, other, /):
    return _view_isdisjoint(self, other)


def dict_items_isdisjoint(self, other, /):
    return _view_isdisjoint(self, other)


def _view_isdisjoint(self, other):
    if self is other:
        return len(self) == 0
    for item in other:
        if item in self:
            return False
    return True


def _is_set_or_view(obj):
    return _is_set(obj) or _isa(obj, _dict_keys) or _isa(obj, _dict_items)


def _set_of(iterable):
    result = set()
    for item in iterable:
        result.add(item)
    return result


def dict_keys___and__(self, value, /):
    return _view_and(self, value)


def dict_items___and__(self, value, /):
    return _view_and(self, value)


def _view_and(self, other):
    if not _isa(self, _dict_keys) and not _isa(self, _dict_items):
        # The view stands on the right.
        self, other = other, self
    elif type(other) is set and len(self) <= len(other):
        return _common(other, self)
    elif not _is_set(other) and _is_set_or_view(other) and len(other) > len(self):
        self, other = other, self
    result = set()
    for item in other:
        if item in self:
            result.add(item)
    return result


def dict_keys___or__(self, value, /):
    return _view_or(self, value)


def dict_items___or__(self, value, /):
    return _view_or(self, value)


def _view_or(self, other):
    result = _set_of(self)
    set.update(result, other)
    return result


def dict_keys___sub__(self, value, /):
    return _view_sub(self, value)


def dict_items___sub__(self, value, /):
    return _view_sub(self, value)


def _view_sub(self, other):
    result = _set_of(self)
    set.difference_update(result, other)
    return result


def dict_keys___xor__(self, value, /):
    return _view_xor(self, value)


def dict_items___xor__(self, value, /):
    return _view_xor(self, value)


def _view_xor(self, other):
    result = _set_of(self)
    set.symmetric_difference_update(result, other)
    return result


def dict_keys___rand__(self, value, /):
    return _view_and(value, self)


def dict_items___rand__(self, value, /):
    return _view_and(value, self)


def dict_keys___ror__(self, value, /):
    return _view_or(value, self)


def dict_items___ror__(self, value, /):
    return _view_or(value, self)


def dict_keys___rsub__(self, value, /):
    return _view_sub(value, self)


def dict_items___rsub__(self, value, /):
    return _view_sub(value, self)


def dict_keys___rxor__(self, value, /):
    return _view_xor(value, self)


def dict_items___rxor__(self, value, /):
    return _view_xor(value, self)


def dict_keys___eq__(self, value, /):
    return _view_compare('==', self, value)


def dict_items___eq__(self, value, /):
    return _view_compare('==', self, value)


def dict_keys___ne__(self, value, /):
    return _view_compare('!=', self, value)


def dict_items___ne__(self, value, /):
    return _view_compare('!=', self, value)


def dict_keys___lt__(self, value, /):
    return _view_compare('<', self, value)


def dict_items___lt__(self, value, /):
    return _view_compare('<', self, value)


def dict_keys___le__(self, value, /):
    return _view_compare('<=', self, value)


def dict_items___le__(self, value, /):
    return _view_compare('<=', self, value)


def dict_keys___gt__(self, value, /):
    return _view_compare('>', self, value)


def dict_items___gt__(self, value, /):
    return _view_compare('>', self, value)


def dict_keys___ge__(self, value, /):
    return _view_compare('>=', self, value)


def dict_items___ge__(self, value, /):
    return _view_compare('>=', self, value)


def _view_compare(op, self, other):
    """Views are compared like sets."""
    if not _is_set_or_view(other):
        return NotImplemented
    size, other_size = len(self), len(other)
    if op == '==':
        return size == other_size and _all_in(self, other)
    if op == '!=':
        return not (size == other_size and _all_in(self, other))
    if op == '<':
        return size < other_size and _all_in(self, other)
    if op == '<=':
        return size <= other_size and _all_in(self, other)
    if op == '>':
        return size > other_size and _all_in(other, self)
    return size >= other_size and _all_in(other, self)


def _all_in(items, container):
    for item in items:
        if item not in container:
            return False
    return True


# ---- set and frozenset ----------------------------------------------------------------------------------------------
# The methods are the same for both; `self` may be either. `_has`, `_size` and `_members` choose the right one.

def _is_set(obj):
    return _isa(obj, set) or _isa(obj, frozenset)


def _kind(self):
    return set if _isa(self, set) else frozenset


def _size(self):
    return _kind(self).__len__(self)


def _members(self):
    return _kind(self).__iter__(self)


def _has(self, item):
    return _kind(self).__contains__(self, item)


def _like(self, members):
    """The result of an operation: a set or frozenset as `self` is, but never an instance of a subclass."""
    return members if _isa(self, set) else frozenset(members)


def set_init(self, iterable=(), /):
    set.clear(self)
    set_update(self, iterable)


def frozenset_new(cls, iterable=(), /):
    if cls is frozenset and type(iterable) is frozenset:
        return iterable
    return frozenset.__new__(cls, _set_of(iterable))


def set_update(self, /, *others):
    for other in others:
        for item in _members_of(other):
            set.add(self, item)


def _members_of(iterable):
    """What an iterable gives. A set or a dict is read directly, whatever a subclass has made of its `__iter__`."""
    if _is_set(iterable):
        return _members(iterable)
    if _isa(iterable, dict):
        return dict.__iter__(iterable)
    return iterable


def set_union(self, /, *others):
    result = _copy(self)
    for other in others:
        if other is not self:
            set_update(result, other)
    return _like(self, result)


def _copy(self):
    """A set with the same members. Nothing is compared: into an empty set those of another go as they are."""
    result = set()
    set.update(result, self)
    return result


def set_intersection(self, /, *others):
    if not others:
        return _like(self, _copy(self))
    result = self
    for other in others:
        result = _common(result, other)
    return _like(self, result)


def _common(self, other):
    if other is self:
        return _copy(self)
    result = set()
    if _is_set(other):
        # Go through the smaller one.
        if _size(other) > _size(self):
            self, other = other, self
        for item in _members(other):
            if _has(self, item):
                result.add(item)
    else:
        for item in other:
            if _has(self, item):
                result.add(item)
                # There can be no more.
                if _size(result) == _size(self):
                    break
    return result


def set_intersection_update(self, /, *others):
    _replace(self, set_intersection(self, *others))


def _replace(self, members):
    set.clear(self)
    set.update(self, members)


def set_difference(self, /, *others):
    if not others:
        return _like(self, _copy(self))
    first, *rest = others
    result = _without(self, first)
    set_difference_update(result, *rest)
    return _like(self, result)


def _without(self, other):
    """The members that another has not. Of a much smaller one they are taken out; otherwise each is looked for in it."""
    is_set = _is_set(other)
    if not is_set and not _isa(other, dict) or _size(self) >> 2 > (_size(other) if is_set else dict.__len__(other)):
        result = _copy(self)
        set_difference_update(result, other)
        return result
    result = set()
    for item in _members(self):
        if not (_has(other, item) if is_set else dict.__contains__(other, item)):
            set.add(result, item)
    return result


def set_difference_update(self, /, *others):
    for other in others:
        if other is self:
            set.clear(self)
        else:
            for item in _members_of(other):
                set.discard(self, item)


def set_symmetric_difference(self, other, /):
    result = _copy(other) if _is_set(other) else _set_of(_members_of(other))
    _toggle(result, _members(self))
    return _like(self, result)


def set_symmetric_difference_update(self, other, /):
    if other is self:
        set.clear(self)
    else:
        # An item that comes twice must not cancel itself.
        _toggle(self, _members_of(other) if _is_set(other) or _isa(other, dict) else _set_of(other))


def _toggle(self, items):
    """Take out the items that are there, put in the others."""
    for item in items:
        size = set.__len__(self)
        set.discard(self, item)
        if set.__len__(self) == size:
            set.add(self, item)


def set_isdisjoint(self, other, /):
    if other is self:
        return _size(self) == 0
    if _is_set(other) and _size(other) > _size(self):
        self, other = other, self
    for item in _members(other) if _is_set(other) else other:
        if _has(self, item):
            return False
    return True


def set_issubset(self, other, /):
    if _is_set(other):
        return _is_subset(self, other)
    return _size(set_intersection(self, other)) == _size(self)


def set_issuperset(self, other, /):
    if _is_set(other):
        return _is_subset(other, self)
    for item in other:
        if not _has(self, item):
            return False
    return True


def _is_subset(self, other):
    if _size(self) > _size(other):
        return False
    for item in _members(self):
        if not _has(other, item):
            return False
    return True


def set___and__(self, value, /):
    return set_intersection(self, value) if _is_set(self) and _is_set(value) else NotImplemented


def set___or__(self, value, /):
    return set_union(self, value) if _is_set(self) and _is_set(value) else NotImplemented


def set___sub__(self, value, /):
    return set_difference(self, value) if _is_set(self) and _is_set(value) else NotImplemented


def set___xor__(self, value, /):
    return set_symmetric_difference(self, value) if _is_set(self) and _is_set(value) else NotImplemented


def set___rand__(self, value, /):
    return set___and__(value, self)


def set___ror__(self, value, /):
    return set___or__(value, self)


def set___rsub__(self, value, /):
    return set___sub__(value, self)


def set___rxor__(self, value, /):
    return set___xor__(value, self)


def set___iand__(self, value, /):
    if not _is_set(value):
        return NotImplemented
    set_intersection_update(self, value)
    return self


def set___ior__(self, value, /):
    if not _is_set(value):
        return NotImplemented
    set_update(self, value)
    return self


def set___isub__(self, value, /):
    if not _is_set(value):
        return NotImplemented
    set_difference_update(self, value)
    return self


def set___ixor__(self, value, /):
    if not _is_set(value):
        return NotImplemented
    set_symmetric_difference_update(self, value)
    return self


def set___eq__(self, value, /):
    if not _is_set(value):
        return NotImplemented
    return _size(self) == _size(value) and _is_subset(self, value)


def set___ne__(self, value, /):
    if not _is_set(value):
        return NotImplemented
    return not (_size(self) == _size(value) and _is_subset(self, value))


def set___le__(self, value, /):
    return _is_subset(self, value) if _is_set(value) else NotImplemented


def set___lt__(self, value, /):
    if not _is_set(value):
        return NotImplemented
    return _size(self) < _size(value) and _is_subset(self, value)


def set___ge__(self, value, /):
    return _is_subset(value, self) if _is_set(value) else NotImplemented


def set___gt__(self, value, /):
    if not _is_set(value):
        return NotImplemented
    return _size(value) < _size(self) and _is_subset(value, self)


def set_repr(self, /):
    name = _type_name(self)
    if _size(self) == 0:
        return f'{name}()'
    if _enter_repr(self):
        return f'{name}(...)'
    try:
        text = '{' + ', '.join([repr(item) for item in _members(self)]) + '}'
        return text if type(self) is set else f'{name}({text})'
    finally:
        _leave_repr(self)
