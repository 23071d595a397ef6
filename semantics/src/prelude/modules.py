# What the functions of `math`, `sys` and `time` do with arguments that have to be asked what number they are.
#
# Intrinsics used in this file: those of functions.py.


# ---- math -----------------------------------------------------------------------------------------------------------

def math_ceil(x, /):
    method = _special(x, '__ceil__')
    if method is not None:
        return method()
    import math
    return math.ceil(_real(x))


def math_floor(x, /):
    method = _special(x, '__floor__')
    if method is not None:
        return method()
    import math
    return math.floor(_real(x))


def math_trunc(x, /):
    method = _special(x, '__trunc__')
    if method is None:
        raise TypeError(f"type {_type_name(x)} doesn't define __trunc__ method")
    return method()


def math_fsum(seq, /):
    import math
    return math.fsum([_real(item) for item in seq])


def math_dist(p, q, /):
    import math
    p = tuple(p)
    q = tuple(q)
    if _len(p) != _len(q):
        raise ValueError('both points must have the same number of dimensions')
    return math.dist([_real(x) for x in p], [_real(x) for x in q])


def math_prod(iterable, /, *, start=1):
    result = start
    for item in iterable:
        result = result * item
    return result


def math_sumprod(p, q, /):
    p = list(p)
    q = list(q)
    if _len(p) != _len(q):
        raise ValueError('Inputs are not the same length')
    if all([type(item) in (int, bool, float) for item in p + q]):
        import math
        return math.sumprod(p, q)
    result = 0
    for i in range(_len(p)):
        result = result + p[i] * q[i]
    return result
