# What programs under test are observed with. It runs before the program, in the same module, on every engine.
# What happens is told by `__log__`, a list of strings; what is left in the end by `__digest__()`.

__log__ = []
__kept__ = []
__turns__ = {}
__left__ = [250, 0]  # loop heads that may still be passed; objects made

try:
    _name_of = type.__dict__["__name__"].__get__
except Exception:
    _name_of = lambda kind: kind.__name__

try:
    # Programs import them, too, but not each of them has to load them.
    import functools
    import itertools
    import math
    import operator
    import types
except ImportError:
    pass


def show(value, depth=3):
    """A text for a value that is the same everywhere: no address, no order of a set, no version's wording."""
    kind = type(value)
    if kind is int:
        return repr(value) if -(1 << 200) < value < 1 << 200 else "int " + str(value.bit_length()) + hex(value & 0xFFFFFFFFFFFF)
    if kind is str:
        if " at 0x" in value:
            return "a text with an address"
        return ascii(value) if len(value) < 80 else ascii(value[:80]) + str(len(value))
    if value is None or kind is bool or kind is float:
        return repr(value)
    if issubclass(kind, V):
        return value.name
    if depth <= 0:
        return _name_of(kind)
    if kind is list or kind is tuple:
        return ("[" if kind is list else "(") + _several(value, depth) + "]"
    if kind is dict:
        pairs = [show(key, depth - 1) + ": " + show(item, depth - 1) for key, item in list(value.items())[:20]]
        return "{" + ", ".join(pairs) + "}"
    if kind is set or kind is frozenset:
        return kind.__name__ + str(sorted([show(item, depth - 1) for item in value]))
    if kind is bytes or kind is bytearray or kind is complex or kind is range or kind is slice:
        return repr(value)[:200]
    return _other(value, kind, depth)


def _several(values, depth):
    return ", ".join([show(item, depth - 1) for item in values[:20]]) + ("..." if len(values) > 20 else "")


def _other(value, kind, depth):
    if issubclass(kind, type):
        return "class " + _name_of(value)
    name = _name_of(kind)
    if issubclass(kind, BaseException):
        return name
    if issubclass(kind, (Box, It, Ctx, D, G)):
        return object.__getattribute__(value, "name")
    for plain in (int, str, list, dict, tuple, float):
        if issubclass(kind, plain):
            return "<" + name + " " + show(_plain_of(value, plain), depth - 1) + ">"
    if name == "function" or name == "module":
        return name + " " + value.__name__
    if name == "builtin_function_or_method" or name == "builtin_function":
        return "<builtin>"
    if kind is classmethod or kind is staticmethod:
        # From 3.10 on it has the attributes of its function.
        return "<" + name + ">"
    try:
        names = object.__getattribute__(value, "__dict__")
    except AttributeError:
        return "<" + name + ">"
    if type(names) is not dict:
        return "<" + name + ">"
    shown = [str(key) + "=" + show(names[key], depth - 1) for key in sorted(names)]
    return "<" + " ".join([name] + shown) + ">"


def _plain_of(value, plain):
    """The part of an instance of a subclass that is of the built-in class."""
    if plain is list or plain is tuple:
        return plain.__getitem__(value, slice(None))
    if plain is dict:
        return dict(dict.items(value))
    return {int: int.__index__, str: str.__str__, float: float.__float__}[plain](value)


def log(*values):
    __log__.append(" ".join([show(value) for value in values]))


def at(label, value):
    """The value, and a note that it was asked for."""
    __log__.append(label)
    return value


def fuel(site, turns):
    """Whether a loop may go on: so many times, and not more often than all loops together may."""
    count = __turns__.get(site, 0) + 1
    __left__[0] -= 1
    goes_on = count <= turns and __left__[0] >= 0
    __turns__[site] = count if goes_on else 0
    return goes_on


def keep(value):
    """The value, which then lives as long as the program: when it would be finalized is nobody's business."""
    __kept__.append(value)
    return value


def caught(error):
    """Notes an exception and how it came about."""
    parts = []
    while error is not None and len(parts) < 12:
        parts.append(type(error).__name__)
        cause = error.__cause__
        if cause is None and error.__suppress_context__:
            break
        parts.append("in" if cause is None else "from")
        error = error.__context__ if cause is None else cause
    __log__.append(" ".join(parts))


class Guard:
    """It ends exceptions, and notes them."""

    def __enter__(self):
        pass

    def __exit__(self, kind, error, traceback):
        if kind is None or not issubclass(kind, Exception):
            return False
        caught(error)
        return True


guard = Guard()


def _fresh():
    __left__[1] += 1
    return "v" + str(__left__[1])


def _note(self, what):
    __log__.append(self.name + what)


class V:
    """A value all of whose operations are noted."""

    def __init__(self, value, name=None):
        self.name = name or _fresh()
        self.value = value

    def __bool__(self):
        _note(self, " bool")
        return self.value % 3 != 0

    def __hash__(self):
        return self.value

    def __repr__(self):
        _note(self, " repr")
        return "<" + self.name + ">"

    def __str__(self):
        _note(self, " str")
        return self.name

    def __format__(self, spec):
        _note(self, " format " + spec)
        return self.name + spec

    def __index__(self):
        _note(self, " index")
        return self.value

    def __float__(self):
        _note(self, " float")
        return self.value + 0.5

    def __round__(self, digits=None):
        _note(self, " round " + show(digits))
        return V(self.value)

    def __pow__(self, other, modulus=None):
        _note(self, " ** " + show(other, 0) + " " + show(modulus, 0))
        return V(self.value + 2)


class I(V):
    """Operations in place, too."""


class W(V):
    """A subclass whose reflected operations go first."""


class N(V):
    """It leaves its operations to the other operand."""


class B(V):
    """Its comparisons give plain truth values."""


def _operator(symbol, step):
    def operator(self, other):
        _note(self, symbol + show(other, 0))
        return V(self.value + step)

    return operator


def _plain(symbol, step):
    def comparison(self, other):
        _note(self, symbol + show(other, 0))
        return (self.value + step) % 3 == 0

    return comparison


def _refusal(symbol):
    def operator(self, other):
        _note(self, symbol + show(other, 0))
        return NotImplemented

    return operator


def _inplace(symbol, step):
    def operator(self, other):
        _note(self, symbol + show(other, 0))
        self.value += step
        return self

    return operator


def _unary(symbol, step):
    def operator(self):
        _note(self, symbol)
        return V(self.value + step)

    return operator


def _equip():
    names = "add sub mul truediv floordiv mod matmul lshift rshift and or xor divmod".split()
    symbols = "+ - * / // % @ << >> & | ^ divmod".split()
    for step, name in enumerate(names):
        symbol = " " + symbols[step] + " "
        setattr(V, "__" + name + "__", _operator(symbol, step))
        setattr(V, "__r" + name + "__", _operator(" r" + symbol[1:], step + 1))
        setattr(W, "__r" + name + "__", _operator(" W r" + symbol[1:], step + 2))
        setattr(N, "__" + name + "__", _refusal(symbol))
        setattr(N, "__r" + name + "__", _refusal(" r" + symbol[1:]))
        setattr(I, "__i" + name + "__", _inplace(symbol[:-1] + "= ", step + 1))
    for step, name in enumerate(["eq", "ne", "lt", "le", "gt", "ge"]):
        symbol = " " + ["==", "!=", "<", "<=", ">", ">="][step] + " "
        setattr(V, "__" + name + "__", _operator(symbol, step))
        setattr(N, "__" + name + "__", _refusal(symbol))
        setattr(B, "__" + name + "__", _plain(symbol, step))
    for step, name in enumerate(["neg", "pos", "invert", "abs"]):
        setattr(V, "__" + name + "__", _unary(" " + name, step))
    setattr(V, "__rpow__", _operator(" r** ", 1))
    setattr(I, "__ipow__", _inplace(" **= ", 1))
    for kind in [B, N]:
        setattr(kind, "__hash__", V.__hash__)


_equip()


class It:
    """An iterator that notes each request."""

    def __init__(self, items, name=None):
        self.name = name or _fresh()
        self.items = list(items)

    def __iter__(self):
        _note(self, " iter")
        return self

    def __next__(self):
        _note(self, " next")
        if not self.items:
            raise StopIteration(self.name)
        return self.items.pop(0)


class Box:
    """A container that notes each access. Attributes that it has not are made up."""

    def __init__(self, items, name=None):
        self.name = name or _fresh()
        self.items = list(items)

    def __len__(self):
        _note(self, " len")
        return len(self.items)

    def __iter__(self):
        _note(self, " iter")
        return It(self.items)

    def __contains__(self, item):
        _note(self, " contains " + show(item, 1))
        return V(len(self.items))

    def __getitem__(self, key):
        _note(self, " get " + show(key, 1))
        return self.items[0] if self.items else key

    def __setitem__(self, key, value):
        _note(self, " set " + show(key, 1) + " " + show(value, 1))
        if len(self.items) < 8:
            self.items.append(value)

    def __delitem__(self, key):
        _note(self, " del " + show(key, 1))
        del self.items[:1]

    def __getattr__(self, name):
        if name[:2] == "__":
            raise AttributeError(name)
        _note(self, " getattr " + name)
        return V(len(name))

    def __call__(self, *args, **named):
        _note(self, " call " + show(args, 2) + show(named, 2))
        return args[0] if args else V(len(named))


class Ctx:
    """A context manager."""

    def __init__(self, swallow=False, name=None):
        self.name = name or _fresh()
        self.swallow = swallow

    def __enter__(self):
        _note(self, " enter")
        return V(1)

    def __exit__(self, kind, error, traceback):
        _note(self, " exit " + ("-" if kind is None else kind.__name__))
        return self.swallow


class D:
    """A data descriptor."""

    def __init__(self, value, name=None):
        self.name = name or _fresh()
        self.value = value

    def __set_name__(self, owner, name):
        _note(self, " name " + owner.__name__ + "." + name)

    def __get__(self, instance, owner):
        _note(self, " get " + ("-" if instance is None else type(instance).__name__))
        return self.value

    def __set__(self, instance, value):
        _note(self, " set " + show(value, 1))
        self.value = value

    def __delete__(self, instance):
        _note(self, " delete")


class G:
    """A descriptor for reading only: an attribute of the instance goes first."""

    def __init__(self, value):
        self.name = _fresh()
        self.value = value

    def __get__(self, instance, owner):
        _note(self, " get " + ("-" if instance is None else type(instance).__name__))
        return self.value


def __digest__(names=None):
    """The names that the program has left, and their values."""
    names = globals() if names is None else names
    lines = [name + " = " + show(names[name]) for name in sorted(names) if name not in __harness__]
    return "\n".join(lines)


def __reset__():
    """Forgets what a program did."""
    del __log__[:]
    del __kept__[:]
    __turns__.clear()
    __left__[:] = [250, 0]


__harness__ = set(globals()) | {"__harness__"}
