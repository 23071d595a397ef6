# What the functions of `math`, `sys` and `time` do with arguments that have to be asked what number they are.
#
# Intrinsics used in this file: those of functions.py.


# ---- math -----------------------------------------------------------------------------------------------------------

def _real(obj):
    """The float that obj is, or that its `__float__` or `__index__` gives."""
    if _isa(obj, float):
        return float.__float__(obj)
    if _find(type(obj), '__float__', None) is None and _find(type(obj), '__index__', None) is None:
        raise TypeError(f'must be real number, not {_type_name(obj)}')
    return float(obj)


def _on_reals(name):
    def math_function(*args, **options):
        import math
        reals = [_real(arg) for arg in args]
        for option in options:
            options[option] = _real(options[option])
        return getattr(math, name)(*reals, **options)
    return math_function


def _on_ints(name):
    def math_function(*args):
        import math
        return getattr(math, name)(*[_index(arg) for arg in args])
    return math_function


math_acos = _on_reals('acos')
math_acosh = _on_reals('acosh')
math_asin = _on_reals('asin')
math_asinh = _on_reals('asinh')
math_atan = _on_reals('atan')
math_atan2 = _on_reals('atan2')
math_atanh = _on_reals('atanh')
math_cbrt = _on_reals('cbrt')
math_copysign = _on_reals('copysign')
math_cos = _on_reals('cos')
math_cosh = _on_reals('cosh')
math_degrees = _on_reals('degrees')
math_erf = _on_reals('erf')
math_erfc = _on_reals('erfc')
math_exp = _on_reals('exp')
math_exp2 = _on_reals('exp2')
math_expm1 = _on_reals('expm1')
math_fabs = _on_reals('fabs')
math_fma = _on_reals('fma')
math_fmod = _on_reals('fmod')
math_frexp = _on_reals('frexp')
math_gamma = _on_reals('gamma')
math_hypot = _on_reals('hypot')
math_isclose = _on_reals('isclose')
math_isfinite = _on_reals('isfinite')
math_isinf = _on_reals('isinf')
math_isnan = _on_reals('isnan')
math_lgamma = _on_reals('lgamma')
math_log = _on_reals('log')
math_log10 = _on_reals('log10')
math_log1p = _on_reals('log1p')
math_log2 = _on_reals('log2')
math_modf = _on_reals('modf')
math_pow = _on_reals('pow')
math_radians = _on_reals('radians')
math_remainder = _on_reals('remainder')
math_sin = _on_reals('sin')
math_sinh = _on_reals('sinh')
math_sqrt = _on_reals('sqrt')
math_tan = _on_reals('tan')
math_tanh = _on_reals('tanh')
math_ulp = _on_reals('ulp')

math_factorial = _on_ints('factorial')
math_gcd = _on_ints('gcd')
math_isqrt = _on_ints('isqrt')
math_lcm = _on_ints('lcm')
math_comb = _on_ints('comb')


def math_perm(n, k=None, /):
    import math
    return math.perm(_index(n), None if k is None else _index(k))


def math_ldexp(x, i, /):
    import math
    return math.ldexp(_real(x), i)


def math_nextafter(x, y, /, *, steps=None):
    import math
    return math.nextafter(_real(x), _real(y), steps=None if steps is None else _index(steps))


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


# ---- sys and time ---------------------------------------------------------------------------------------------------

def sys_setrecursionlimit(limit, /):
    import sys
    sys.setrecursionlimit(_index(limit))


def time_sleep(seconds, /):
    import time
    time.sleep(_index(seconds))
