"""Enumerations and flags made with a metaclass: members, aliases, auto values, methods, unions, immutability."""


class auto:
    pass


class EnumDict(dict):
    def __init__(self):
        self.members = []
        super().__init__()

    def __setitem__(self, name, value):
        private = name.startswith("_")
        descriptor = hasattr(value, "__get__") or callable(value)
        if not private and not descriptor:
            if name in self:
                raise TypeError(f"{name} is defined twice")
            if isinstance(value, auto):
                value = self.next_value(name)
            self.members.append(name)
        super().__setitem__(name, value)

    def next_value(self, name):
        last = [self[m] for m in self.members if isinstance(self[m], int)]
        generate = self.get("_generate_")
        if generate:
            return generate(name, last)
        return max(last, default=0) + 1

    def __missing__(self, name):
        if name.isupper() and not name.startswith("_"):
            self[name] = auto()
            return self[name]
        raise KeyError(name)


class EnumMeta(type):
    @classmethod
    def __prepare__(mcs, name, bases, **kw):
        ns = EnumDict()
        for b in reversed(bases):
            if hasattr(b, "_generate_"):
                dict.__setitem__(ns, "_generate_", b._generate_)
        return ns

    def __new__(mcs, name, bases, ns, **kw):
        for b in bases:
            if getattr(b, "_members", None):
                raise TypeError(f"{b.__name__} has members and can't be extended")
        values = {m: ns.pop(m) for m in ns.members}
        cls = super().__new__(mcs, name, bases, dict(ns))
        members, by_value = {}, {}
        for m, value in values.items():
            args = value if isinstance(value, tuple) else (value,)
            if value in by_value:
                members[m] = by_value[value]
                continue
            base = next((b for b in cls.__mro__ if b in (int, str, float)), None)
            self = base.__new__(cls, *args) if base else object.__new__(cls)
            vars(self).update(name=m, value=value)
            if "setup" in dir(cls):
                self.setup(*args)
            members[m] = by_value[value] = self
        type.__setattr__(cls, "_members", members)
        type.__setattr__(cls, "_by_value", by_value)
        return cls

    def __call__(cls, value):
        try:
            return cls._by_value[value]
        except KeyError:
            missing = cls._missing_(value)
            if missing is None:
                raise ValueError(f"{value!r} is no {cls.__name__}") from None
            return missing

    def __getattr__(cls, name):
        try:
            return cls.__dict__["_members"][name]
        except KeyError:
            raise AttributeError(f"{cls.__name__} has no member {name}") from None

    def __getitem__(cls, name):
        return cls._members[name]

    def __setattr__(cls, name, value):
        raise AttributeError(f"can't set {cls.__name__}.{name}")

    def __delattr__(cls, name):
        raise AttributeError(f"can't delete {cls.__name__}.{name}")

    def __iter__(cls):
        return iter(cls._by_value.values())

    def __reversed__(cls):
        return reversed([*cls])

    def __len__(cls):
        return len(cls._by_value)

    def __contains__(cls, x):
        return isinstance(x, cls) or x in cls._by_value

    def __repr__(cls):
        return f"<enum {cls.__name__}: {', '.join(cls._members)}>" if cls._members else f"<enum base {cls.__name__}>"

    def __bool__(cls):
        return True


class Enum(metaclass=EnumMeta):
    _missing_ = classmethod(lambda cls, value: None)

    def __setattr__(self, name, value):
        raise AttributeError("members are constants")

    def __repr__(self):
        return f"{type(self).__name__}.{self.name}"

    __str__ = __repr__

    def __hash__(self):
        return hash(self.name)


class Flag(Enum):
    def _generate_(name, last):
        return 2 * max(last, default=0) or 1

    @classmethod
    def _missing_(cls, value):
        if not isinstance(value, int) or value >> len(cls):
            return None
        self = object.__new__(cls)
        parts = [m for m in cls if m.value & value and m.value & (m.value - 1) == 0]
        vars(self).update(name="|".join(m.name for m in parts) or "0", value=value)
        return self

    def __eq__(self, other):
        return type(self) is type(other) and self.value == other.value

    __hash__ = Enum.__hash__

    def __or__(self, other):
        return type(self)(self.value | other.value)

    def __and__(self, other):
        return type(self)(self.value & other.value)

    def __xor__(self, other):
        return type(self)(self.value ^ other.value)

    def __invert__(self):
        return type(self)(sum(m.value for m in type(self)) & ~self.value)

    def __contains__(self, other):
        return self & other == other

    def __bool__(self):
        return bool(self.value)

    def __iter__(self):
        return (m for m in type(self) if m in self)


class Color(Enum):
    RED = 1
    GREEN = auto()
    BLUE
    CRIMSON = 1

    @property
    def pretty(self):
        return self.name.title()

    @staticmethod
    def default():
        return Color.GREEN

    def mix(self, other):
        return f"{self.pretty}-{other.pretty}"


class Planet(Enum):
    EARTH = 5.97, 6.37
    MARS = 0.64, 3.39

    def setup(self, mass, radius):
        vars(self)["density"] = round(mass / radius ** 3, 4)

    def __lt__(self, other):
        return self.density < other.density


class Level(int, Enum):
    LOW = 10
    HIGH = 20

    @classmethod
    def _missing_(cls, value):
        if isinstance(value, str):
            return cls._members.get(value.upper())


class Perm(Flag):
    READ
    WRITE
    EXEC


print(Color, list(Color), len(Color), Color.RED, Color(2), Color["BLUE"], Color.CRIMSON is Color.RED, Color.BLUE.value, Color.RED.pretty, Color.default().mix(Color.RED))
print(2 in Color, 9 in Color, Color.RED in Color, "x" in Color, {Color.RED: "r"}[Color(1)], [*reversed(Color)], isinstance(Color.RED, Color), type(Color).__name__, Enum)
print(Planet.EARTH.density, sorted(Planet), Planet((0.64, 3.39)), max(Planet), Planet.MARS < Planet.EARTH)
print(Level.LOW + 5, Level.LOW < Level.HIGH, Level(20), Level("low"), [0] * (Level.LOW // 5), f"{Level.HIGH:>5d}", f"{Level.HIGH!r}", Level.LOW == 10, sum(Level), Level.HIGH.value, {10: "int"}.get(Level.LOW, "hash differs"))
rw = Perm.READ | Perm.WRITE
print(rw, list(rw), Perm.READ in rw, Perm.EXEC in rw, ~rw, rw ^ Perm.READ, bool(rw & Perm.EXEC), rw == Perm(3), Perm.EXEC.value, rw & Perm.EXEC, len({rw, Perm(3)}), [m.value for m in Perm])
for bad in (lambda: Color(9), lambda: Color.PURPLE, lambda: Color["PURPLE"], lambda: setattr(Color, "RED", 2), lambda: setattr(Color.RED, "value", 2), lambda: delattr(Color, "RED"), lambda: Perm(8), lambda: Level("mid")):
    try:
        print(bad())
    except (ValueError, AttributeError, KeyError, TypeError) as e:
        print(type(e).__name__, e)
for make in ("extend", "twice", "lower"):
    try:
        if make == "extend":
            class More(Color):
                PINK = 7
        elif make == "twice":
            class Twice(Enum):
                A = 1
                A = 2
        else:
            class Lower(Enum):
                unknown
    except (TypeError, NameError) as e:
        print(type(e).__name__, e)
