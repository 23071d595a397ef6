# Making numbers out of objects of any type.
#
# Intrinsics used in this file: those of functions.py.


# ---- int ------------------------------------------------------------------------------------------------------------

def int_new(cls, x=_missing, /, base=_missing):
    if base is not _missing:
        if x is _missing:
            raise TypeError('int() missing string argument')
        base = _index(base)
        if not _isa(x, str) and not _isa(x, bytes) and not _isa(x, bytearray):
            raise TypeError("int() can't convert non-string with explicit base")
        return _as_instance(int, cls, int.__new__(int, x, base))
    return _as_instance(int, cls, 0 if x is _missing else _int_of(x))


def _as_instance(kind, cls, value):
    return value if cls is kind else kind.__new__(cls, value)


def _int_of(value):
    """What `int(value)` gives: an object is asked for `__int__`, `__index__` and `__trunc__`, in this order."""
    method = _special(value, '__int__')
    if method is not None:
        result = method()
        if not _isa(result, int):
            raise TypeError(f'__int__ returned non-int (type {_type_name(result)})')
        return int.__int__(result)
    if _find(type(value), '__index__', None) is not None:
        return int.__int__(_index(value))
    method = _special(value, '__trunc__')
    if method is not None:
        result = method()
        if _isa(result, int):
            return int.__int__(result)
        if _find(type(result), '__index__', None) is None:
            raise TypeError(f'__trunc__ returned non-Integral (type {_type_name(result)})')
        return int.__int__(_index(result))
    if _isa(value, str):
        return int(str.__str__(value))
    if _isa(value, bytes) or _isa(value, bytearray) or _isa(value, memoryview):
        return int(bytes(value))
    raise TypeError(
        f"int() argument must be a string, a bytes-like object or a real number, not '{_type_name(value)}'")


def int_from_bytes(cls, bytes, byteorder='big', *, signed=False):
    # An object says itself which bytes it stands for, or gives ints.
    data = _bytes_by_method(bytes)
    if data is None:
        if _isa(bytes, str):
            raise TypeError(f"cannot convert '{_type_name(bytes)}' object to bytes")
        data = _bytes_of(bytes, 'bytes')
    number = int.from_bytes(data, byteorder, signed=True if signed else False)
    return number if cls is int else cls(number)


def bool_new(cls, object=False, /):
    return True if object else False


# ---- float ----------------------------------------------------------------------------------------------------------

def float_new(cls, x=0.0, /):
    return _as_instance(float, cls, _float_of(x))


def _float_of(value):
    number = _real_or_missing(value)
    if number is not _missing:
        return number
    if _isa(value, str):
        return float(str.__str__(value))
    if _isa(value, bytes) or _isa(value, bytearray) or _isa(value, memoryview):
        return float(bytes(value))
    raise TypeError(f"float() argument must be a string or a real number, not '{_type_name(value)}'")


def _real(value):
    """The float that a number stands for; texts are none."""
    number = _real_or_missing(value)
    if number is _missing:
        raise TypeError(f'must be real number, not {_type_name(value)}')
    return number


def _real_or_missing(value):
    method = _special(value, '__float__')
    if method is not None:
        result = method()
        if not _isa(result, float):
            raise TypeError(f'{_type_name(value)}.__float__ returned non-float (type {_type_name(result)})')
        return float.__float__(result)
    if _find(type(value), '__index__', None) is not None:
        return float(_index(value))
    return _missing


# ---- complex --------------------------------------------------------------------------------------------------------

def complex_new(cls, real=_missing, imag=_missing):
    if _isa(real, str):
        if imag is not _missing:
            raise TypeError("complex() can't take second arg if first is a string")
        return _as_instance(complex, cls, complex(str.__str__(real)))
    if _isa(imag, str):
        raise TypeError("complex() second arg can't be a string")
    first = 0.0 if real is _missing else _complex_or_float(real, 'first argument must be a string or a number')
    if imag is _missing:
        second = 0.0
    elif _isa(imag, complex):
        # Only the first argument is asked for `__complex__`.
        second = complex(complex.real.__get__(imag), complex.imag.__get__(imag))
    else:
        second = _real_or_missing(imag)
        if second is _missing:
            raise TypeError(f"complex() second argument must be a number, not '{_type_name(imag)}'")
    if type(first) is float and type(second) is float:
        number = complex(first, second)
    else:
        # A complex imaginary part takes something from the real one.
        real_part = first if type(first) is float else first.real
        imag_part = second if type(second) is float else second.real
        if type(second) is complex:
            real_part -= second.imag
        if type(first) is complex and imag is not _missing:
            imag_part += first.imag
        elif type(first) is complex:
            imag_part = first.imag
        number = complex(real_part, imag_part)
    return _as_instance(complex, cls, number)


def _complex_or_float(value, what):
    method = _special(value, '__complex__')
    if method is not None:
        result = method()
        if not _isa(result, complex):
            raise TypeError(f'__complex__ returned non-complex (type {_type_name(result)})')
        return complex(complex.real.__get__(result), complex.imag.__get__(result))
    number = _real_or_missing(value)
    if number is _missing:
        raise TypeError(f"complex() {what}, not '{_type_name(value)}'")
    return number


# ---- range and slice ------------------------------------------------------------------------------------------------

def slice_indices(self, length, /):
    length = _index(length)
    if length < 0:
        raise ValueError('length should not be negative')
    plain = _key(self, '')
    return slice.indices(plain, length)


def slice___eq__(self, value, /):
    if not _isa(value, slice):
        return NotImplemented
    return (self.start, self.stop, self.step) == (value.start, value.stop, value.step)


def slice___ne__(self, value, /):
    result = slice___eq__(self, value)
    return result if result is NotImplemented else not result


def slice___lt__(self, value, /):
    if not _isa(value, slice):
        return NotImplemented
    return (self.start, self.stop, self.step) < (value.start, value.stop, value.step)
