# Making iterators that are built out of others, where code of the program may have to run. What they then do is said by
# rules; where only built-in types are involved, they are made in one step and nothing gets here.
#
# Intrinsics used in this file:
#   _iterator(cls, source, by, kept, index, bound, step)  a new iterator of a class derived from one of these. `source` is
#                           what it takes items from, `by` what it does with them; None for `source` says that it has come
#                           to its end. What the rest is for, the class says.
#   _choice(cls, pool, count)  the same for choices of `count` items
#   _parts(iterator)        its source, by, kept, index and bound

def _iterators(iterables):
    return tuple([iter(iterable) for iterable in iterables])


def enumerate_new(cls, iterable, start=0):
    start = _index(start)
    return _iterator(cls, iter(iterable), None, start)


def filter_new(cls, function, iterable, /):
    return _iterator(cls, iter(iterable), function)


filterfalse_new = dropwhile_new = takewhile_new = starmap_new = filter_new


def map_new(cls, /, *args, **keywords):
    if keywords and cls is map:
        raise TypeError('map() takes no keyword arguments')
    if _len(args) < 2:
        raise TypeError('map() must have at least two arguments.')
    iterators = _iterators(args[1:])
    if _len(iterators) == 1:
        return _iterator(cls, iterators[0], args[0], None, 0, 1)
    return _iterator(cls, iterators, args[0])


def reversed_new(cls, sequence, /):
    own = _find(type(sequence), '__reversed__', _missing)
    if own is not _missing:
        if own is None:
            raise TypeError(f"'{_type_name(sequence)}' object is not reversible")
        return _special(sequence, '__reversed__')()
    if _find(type(sequence), '__getitem__', None) is None or _isa(sequence, dict):
        raise TypeError(f"'{_type_name(sequence)}' object is not reversible")
    return _iterator(cls, sequence, None, None, len(sequence) - 1)


def zip_new(cls, /, *iterables, strict=False):
    strict = 1 if strict else 0
    return _iterator(cls, _iterators(iterables), None, None, 0, strict)


# ---- itertools ------------------------------------------------------------------------------------------------------

def accumulate_new(cls, iterable, func=None, *, initial=None):
    iterator = iter(iterable)
    if initial is None:
        return _iterator(cls, iterator, func)
    return _iterator(cls, iterator, func, initial, 1)


def batched_new(cls, iterable, n, *, strict=False):
    strict = 1 if strict else 0
    size = _index_sized(n)
    if size < 1:
        raise ValueError('n must be at least one')
    return _iterator(cls, iter(iterable), None, None, 0, size, strict)


def _index_sized(n):
    n = _index(n)
    if not -0x8000_0000_0000_0000 <= n <= 0x7FFF_FFFF_FFFF_FFFF:
        raise OverflowError("Python int too large to convert to C ssize_t")
    return n


def chain_from_iterable(cls, iterable, /):
    return _iterator(cls, iter(iterable))


def combinations_new(cls, iterable, r):
    r = _index_sized(r)
    return _choice(cls, tuple(iterable), _size_of_choice(r))


combinations_with_replacement_new = combinations_new


def permutations_new(cls, iterable, r=None):
    pool = tuple(iterable)
    if r is None:
        return _choice(cls, pool, _len(pool))
    if not _isa(r, int):
        raise TypeError('Expected int as r')
    return _choice(cls, pool, _size_of_choice(r))


def _size_of_choice(r):
    r = _index_sized(r)
    if r < 0:
        raise ValueError('r must be non-negative')
    return r


def product_new(cls, /, *iterables, repeat=1):
    repeat = _index_sized(repeat)
    if repeat < 0:
        raise ValueError('repeat argument cannot be negative')
    pools = tuple([tuple(iterable) for iterable in iterables]) if repeat else ()
    return _choice(cls, pools * repeat, _len(pools) * repeat)


def compress_new(cls, data, selectors):
    data = iter(data)
    return _iterator(cls, data, iter(selectors))


def count_new(cls, start=0, step=1):
    for number in (start, step):
        if not _is_number(number):
            raise TypeError('a number is required')
    if _isa(start, int) and _isa(step, int) and step == 1:
        start = int.__add__(start, 0)
    return _iterator(cls, 0, step, start)


def _is_number(obj):
    cls = type(obj)
    return (
        _isa(obj, complex)
        or _find(cls, '__index__', None) is not None
        or _find(cls, '__int__', None) is not None
        or _find(cls, '__float__', None) is not None
    )


def count_repr(self, /):
    _, step, number, _, _ = _parts(self)
    if type(step) is int and step == 1:
        return f'{type(self).__name__}({number!r})'
    return f'{type(self).__name__}({number!r}, {step!r})'


def cycle_new(cls, iterable, /):
    return _iterator(cls, iter(iterable), None, [])


def islice_new(cls, /, *args):
    if _len(args) < 2:
        raise TypeError(f'islice expected at least 2 arguments, got {_len(args)}')
    if _len(args) > 4:
        raise TypeError(f'islice expected at most 4 arguments, got {_len(args)}')
    start, stop, step = None, args[1], None
    if _len(args) > 2:
        start, stop = args[1], args[2]
        step = args[3] if _len(args) == 4 else None
    stop = _natural(stop, 'Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.')
    start = _natural(start, 'Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize.')
    refusal = 'Step for islice() must be a positive integer or None.'
    step = 1 if step is None else _natural(step, refusal)
    if step < 1:
        raise ValueError(refusal)
    stop = 0x7FFF_FFFF_FFFF_FFFF if stop is None else stop
    return _iterator(cls, iter(args[0]), None, None, 0 if start is None else start, stop, step)


def _natural(value, refusal):
    """A place to start or stop at; None stays None."""
    if value is None:
        return None
    if _find(type(value), '__index__', None) is None:
        raise ValueError(refusal)
    number = _index(value)
    if not 0 <= number <= 0x7FFF_FFFF_FFFF_FFFF:
        raise ValueError(refusal)
    return number


def pairwise_new(cls, iterable, /):
    return _iterator(cls, iter(iterable))


def repeat_new(cls, object, times):
    times = _index_sized(times)
    return _iterator(cls, object, None, None, 0, times if times > 0 else 0)


def repeat_repr(self, /):
    obj, _, _, _, left = _parts(self)
    if left < 0:
        return f'{type(self).__name__}({obj!r})'
    return f'{type(self).__name__}({obj!r}, {left})'


def zip_longest_new(cls, /, *iterables, fillvalue=None):
    return _iterator(cls, _iterators(iterables), fillvalue, None, _len(iterables))
