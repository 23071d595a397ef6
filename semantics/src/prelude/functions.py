# The built-in functions that may have to run code of the program, and the iterators among them.
#
# All files of the prelude share one namespace. What is named here as a built-in function is its general rule; where
# only built-in types are involved, the function is done in one step and never gets here.
#
# Intrinsics used in this file (each a data operation, none runs code of the program):
#   _find(cls, name, default)   the attribute `name` in the first class of cls's resolution order that has it in its
#                               own dict, as it lies there: no descriptor is called; `default` if there is none
#   _type_name(obj)             how messages call the type of an object
#   _isa(obj, cls)              whether cls is in the resolution order of type(obj)
#   _is_builtin(cls)            whether a class is built in
#   _own_dict(obj)              the dict of an object's own attributes, or None if it has none
#   _order_of_plain(keys)       for a list of keys: the list of their places in ascending order (equal keys as they
#                               were), if comparing them runs no code of the program and cannot fail; else None
#   _replaced_stdout(default)   what the program has put into `sys.stdout`; `default` while it is the machine's own
# and the protocols
#   _index(obj)                 the int that obj is or that its `__index__` gives; else a TypeError
#   _items(iterable)            a new list of all items of an iterable
#   _length_hint(iterable)      asks an object how many items it expects to give
#
# An iterator of the program must not be asked for an iterator once more. Where one is gone through that has been asked for
# already, this is done by `next(iterator, _missing)`.

_missing = object()

# Below `len` gets its general rule, under the same name; here is the function itself.
_len = len


# ---- Special methods ------------------------------------------------------------------------------------------------

def _special(obj, name):
    """The method that a protocol calls: looked up in the type, never in the object. None if there is none."""
    found = _find(type(obj), name, None)
    if found is None:
        return None
    get = _find(type(found), '__get__', None)
    if get is None:
        return found
    return get(found, obj, type(obj))


def _binary(left, right, method, reflected):
    """Ask both operands, in the order that the binary operators use; NotImplemented if neither has an answer."""
    left_type, right_type = type(left), type(right)
    reflected_first = (
        right_type is not left_type
        and _isa(right, left_type)
        and _find(right_type, reflected, None) is not _find(left_type, reflected, None)
    )
    if reflected_first:
        operation = _special(right, reflected)
        if operation is not None:
            result = operation(left)
            if result is not NotImplemented:
                return result
    operation = _special(left, method)
    if operation is not None:
        result = operation(right)
        if result is not NotImplemented:
            return result
    if right_type is not left_type and not reflected_first:
        operation = _special(right, reflected)
        if operation is not None:
            return operation(left)
    return NotImplemented


# ---- Folding an iterable --------------------------------------------------------------------------------------------

def all(iterable, /):
    for item in iterable:
        if not item:
            return False
    return True


def any(iterable, /):
    for item in iterable:
        if item:
            return True
    return False


def max(*args, key=None, default=_missing):
    return _extreme('max', args, key, default)


def min(*args, key=None, default=_missing):
    return _extreme('min', args, key, default)


def _extreme(name, args, key, default):
    if not args:
        raise TypeError(f'{name} expected at least 1 argument, got 0')
    if _len(args) == 1:
        candidates = args[0]
    elif default is not _missing:
        raise TypeError(f'Cannot specify a default for {name}() with multiple positional arguments')
    else:
        candidates = args
    best = best_key = _missing
    for item in candidates:
        item_key = item if key is None else key(item)
        # The first of several equal ones stays.
        if best is _missing or (item_key > best_key if name == 'max' else item_key < best_key):
            best, best_key = item, item_key
    if best is not _missing:
        return best
    if default is not _missing:
        return default
    raise ValueError(f'{name}() iterable argument is empty')


# ---- Sorting --------------------------------------------------------------------------------------------------------

def sorted(iterable, /, *, key=None, reverse=False):
    result = _items(iterable)
    list_sort(result, key=key, reverse=reverse)
    return result


def list_sort(self, /, *, key=None, reverse=False):
    # While it is being sorted the list is empty, so that a comparison that looks at it can do no harm.
    values = list.copy(self)
    list.clear(self)
    result = values
    try:
        keys = values if key is None else [key(value) for value in values]
        if reverse:
            # Equal items must keep their order: reverse, sort, and reverse again.
            order = _sorting_order(keys[::-1])
            last = _len(values) - 1
            result = [values[last - place] for place in order[::-1]]
        else:
            result = [values[place] for place in _sorting_order(keys)]
    finally:
        was_changed = list.__len__(self) > 0
        list.clear(self)
        list.extend(self, result)
    if was_changed:
        raise ValueError('list modified during sort')


def _sorting_order(keys):
    """The places of the keys in ascending order; of equal keys the earlier one comes first. Only `<` is used.

    Where the keys are numbers or texts there is nothing to watch, and it is done in one step. Else:
    The keys are cut into runs that are already in order (short ones are made longer by inserting the keys that
    follow); then neighbouring runs are merged until one is left.
    """
    order = _order_of_plain(keys)
    if order is not None:
        return order
    shortest = _len(keys)
    odd = 0
    while shortest >= 64:
        odd |= shortest & 1
        shortest >>= 1
    shortest += odd
    runs = []
    start = 0
    while start < _len(keys):
        run = _natural_run(keys, start)
        while _len(run) < shortest and start + _len(run) < _len(keys):
            _insert_in_order(keys, run, start + _len(run))
        runs.append(run)
        start += _len(run)
    while _len(runs) > 1:
        merged = [_merge(keys, runs[i], runs[i + 1]) for i in range(0, _len(runs) - 1, 2)]
        if _len(runs) % 2:
            merged.append(runs[-1])
        runs = merged
    return runs[0] if runs else []


def _natural_run(keys, start):
    """The longest run from `start` that is in order already, or that is once it has been turned round."""
    count = _len(keys)
    end = start + 1
    while end < count and not keys[end] < keys[end - 1]:
        end += 1
    if end == count or end > start + 1 and keys[start] < keys[end - 1]:
        return [*range(start, end)]
    # All were equal so far, and now comes a smaller one. The groups of equal keys change places; within a group the
    # order stays.
    groups = [[*range(start, end)], [end]]
    end += 1
    while end < count:
        if keys[end] < keys[end - 1]:
            groups.append([end])
        elif keys[end - 1] < keys[end]:
            break
        else:
            groups[-1].append(end)
        end += 1
    run = [place for group in groups[::-1] for place in group]
    while end < count and not keys[end] < keys[run[-1]]:
        run.append(end)
        end += 1
    return run


def _insert_in_order(keys, run, place):
    """Find by halving where the key belongs: after all that are not greater."""
    low, high = 0, _len(run)
    while low < high:
        middle = (low + high) // 2
        if keys[place] < keys[run[middle]]:
            high = middle
        else:
            low = middle + 1
    run.insert(low, place)


def _merge(keys, left, right):
    merged = []
    i = j = 0
    while i < _len(left) and j < _len(right):
        if keys[right[j]] < keys[left[i]]:
            merged.append(right[j])
            j += 1
        else:
            merged.append(left[i])
            i += 1
    return merged + left[i:] + right[j:]


# ---- Output ---------------------------------------------------------------------------------------------------------

def print(*args, sep=' ', end='\n', file=None, flush=False):
    if file is None:
        # None, where the program has put it there, means: no output.
        file = _replaced_stdout(_machine_stdout)
        if file is None:
            return
    if sep is None:
        sep = ' '
    elif not _isa(sep, str):
        raise TypeError(f'sep must be None or a string, not {_type_name(sep)}')
    if end is None:
        end = '\n'
    elif not _isa(end, str):
        raise TypeError(f'end must be None or a string, not {_type_name(end)}')
    # Each piece is written as soon as it is known: when a `__str__` fails, what came before it has been seen.
    for i in range(_len(args)):
        if i > 0:
            file.write(sep)
        file.write(str(args[i]))
    file.write(end)
    if flush:
        file.flush()


# ---- Numbers --------------------------------------------------------------------------------------------------------

def abs(x, /):
    method = _special(x, '__abs__')
    if method is None:
        raise TypeError(f"bad operand type for abs(): '{_type_name(x)}'")
    return method()


def divmod(x, y, /):
    result = _binary(x, y, '__divmod__', '__rdivmod__')
    if result is NotImplemented:
        raise TypeError(f"unsupported operand type(s) for divmod(): '{_type_name(x)}' and '{_type_name(y)}'")
    return result


def pow(base, exp, mod=None):
    if mod is None:
        result = _binary(base, exp, '__pow__', '__rpow__')
        if result is NotImplemented:
            names = f"'{_type_name(base)}' and '{_type_name(exp)}'"
            raise TypeError(f'unsupported operand type(s) for ** or pow(): {names}')
        return result
    # With a modulus only the first operand is asked.
    method = _special(base, '__pow__')
    result = NotImplemented if method is None else method(exp, mod)
    if result is NotImplemented:
        if _isa(exp, float) or _isa(mod, float):
            raise TypeError('pow() 3rd argument not allowed unless all arguments are integers')
        if _isa(exp, complex) or _isa(mod, complex):
            raise ValueError('complex modulo')
        names = f"'{_type_name(base)}', '{_type_name(exp)}', '{_type_name(mod)}'"
        raise TypeError(f'unsupported operand type(s) for ** or pow(): {names}')
    return result


def round(number, ndigits=None):
    method = _special(number, '__round__')
    if method is None:
        raise TypeError(f"type {_type_name(number)} doesn't define __round__ method")
    return method() if ndigits is None else method(ndigits)


# ---- Questions to one object ----------------------------------------------------------------------------------------

def len(obj, /):
    method = _special(obj, '__len__')
    if method is None:
        raise TypeError(f"object of type '{_type_name(obj)}' has no len()")
    length = _index(method())
    if length < 0:
        raise ValueError('__len__() should return >= 0')
    if length > 0x7FFF_FFFF_FFFF_FFFF:
        raise OverflowError("cannot fit 'int' into an index-sized integer")
    return length


def hash(obj, /):
    method = _special(obj, '__hash__')
    if method is None:
        raise TypeError(f"unhashable type: '{_type_name(obj)}'")
    result = method()
    if not _isa(result, int):
        raise TypeError('__hash__ method should return an integer')
    if not -0x8000_0000_0000_0000 <= result <= 0x7FFF_FFFF_FFFF_FFFF:
        return int.__hash__(result)
    # -1 is never the hash of anything.
    return -2 if result == -1 else int.__int__(result)


def ascii(obj, /):
    return repr(obj).encode('ascii', 'backslashreplace').decode('ascii')


def format(value, format_spec='', /):
    if not _isa(format_spec, str):
        raise TypeError(f'format() argument 2 must be str, not {_type_name(format_spec)}')
    method = _special(value, '__format__')
    if method is None:
        raise TypeError(f"Type {_type_name(value)} doesn't define __format__")
    result = method(format_spec)
    if not _isa(result, str):
        raise TypeError(f'__format__ must return a str, not {_type_name(result)}')
    return result


def vars(obj, /):
    attributes = getattr(obj, '__dict__', _missing)
    if attributes is _missing:
        raise TypeError('vars() argument must have __dict__ attribute')
    return attributes


def dir(obj, /):
    method = _special(obj, '__dir__')
    if method is None:
        raise TypeError('object does not provide __dir__')
    return sorted(method())


def object___dir__(self, /):
    names = {}
    attributes = getattr(self, '__dict__', None)
    if _isa(attributes, dict):
        names.update(attributes)
    cls = getattr(self, '__class__', None)
    if cls is not None:
        _collect_names(cls, names)
    return [*names]


def type___dir__(self, /):
    names = {}
    _collect_names(self, names)
    return [*names]


def module___dir__(self, /):
    attributes = _own_dict(self)
    own = attributes.get('__dir__')
    return [*attributes] if own is None else own()


def _collect_names(cls, names):
    """Add the names of the attributes that instances of a class have from it and its bases."""
    names.update(getattr(cls, '__dict__', {}))
    for base in getattr(cls, '__bases__', ()):
        _collect_names(base, names)


# ---- What every object does -----------------------------------------------------------------------------------------

def object___ne__(self, other, /):
    # The opposite of `==`, unless the object has no answer to that either.
    result = _special(self, '__eq__')(other)
    return result if result is NotImplemented else not result


def object___str__(self, /):
    return repr(self)


def object___format__(self, format_spec, /):
    if not _isa(format_spec, str):
        raise TypeError(f'__format__() argument must be str, not {_type_name(format_spec)}')
    if format_spec:
        raise TypeError(f'unsupported format string passed to {_type_name(self)}.__format__')
    return str(self)


# ---- Instances and subclasses ---------------------------------------------------------------------------------------

def isinstance(obj, class_or_tuple, /):
    if type(obj) is class_or_tuple:
        return True
    # A metaclass may decide for itself; `type` decides by the resolution order.
    if type(class_or_tuple) is type:
        return type___instancecheck__(class_or_tuple, obj)
    if type(class_or_tuple) is _Union:
        class_or_tuple = _union_members(class_or_tuple)
    if _isa(class_or_tuple, tuple):
        for cls in tuple.__iter__(class_or_tuple):
            if isinstance(obj, cls):
                return True
        return False
    if type(class_or_tuple) is _GenericAlias:
        raise TypeError('isinstance() argument 2 cannot be a parameterized generic')
    check = _special(class_or_tuple, '__instancecheck__')
    if check is not None:
        return True if check(obj) else False
    return type___instancecheck__(class_or_tuple, obj)


def type___instancecheck__(self, instance, /):
    """Whether the class of an object is this one or derived from it: its true class, or what `__class__` claims."""
    if _isa(self, type):
        if _isa(instance, self):
            return True
        claimed = getattr(instance, '__class__', None)
        return claimed is not type(instance) and _isa(claimed, type) and _is_in(self, claimed.__mro__)
    if _bases(self) is None:
        raise TypeError('isinstance() arg 2 must be a type, a tuple of types, or a union')
    claimed = getattr(instance, '__class__', None)
    return claimed is not None and _is_reached(claimed, self)


def issubclass(cls, class_or_tuple, /):
    if type(class_or_tuple) is type:
        # The same class is a subclass of itself, whoever is asked.
        if cls is class_or_tuple:
            return True
        return type___subclasscheck__(class_or_tuple, cls)
    if type(class_or_tuple) is _Union:
        class_or_tuple = _union_members(class_or_tuple)
    if _isa(class_or_tuple, tuple):
        for candidate in tuple.__iter__(class_or_tuple):
            if issubclass(cls, candidate):
                return True
        return False
    if type(class_or_tuple) is _GenericAlias:
        raise TypeError('issubclass() argument 2 cannot be a parameterized generic')
    check = _special(class_or_tuple, '__subclasscheck__')
    if check is not None:
        return True if check(cls) else False
    return type___subclasscheck__(class_or_tuple, cls)


def type___subclasscheck__(self, subclass, /):
    if _isa(self, type) and _isa(subclass, type):
        return _is_in(self, subclass.__mro__)
    if _bases(subclass) is None:
        raise TypeError('issubclass() arg 1 must be a class')
    if type(self) is not _Union and _bases(self) is None:
        raise TypeError('issubclass() arg 2 must be a class, a tuple of classes, or a union')
    return _is_reached(subclass, self)


def _is_in(cls, classes):
    for candidate in classes:
        if candidate is cls:
            return True
    return False


def _bases(cls):
    """The bases of what plays the part of a class, or None if it does not."""
    bases = getattr(cls, '__bases__', None)
    return bases if _isa(bases, tuple) else None


def _is_reached(cls, wanted):
    """Whether one gets from a class to the wanted one through bases: for objects that merely look like classes."""
    if cls is wanted:
        return True
    for base in _bases(cls) or ():
        if _is_reached(base, wanted):
            return True
    return False
