"""A dataclass decorator made with closures: fields, ordering, frozen, post-init, inheritance, replace."""
from functools import total_ordering

MISSING = type("MISSING", (), {"__repr__": lambda self: "MISSING", "__bool__": lambda self: False})()


class field:
    def __init__(self, *, default=MISSING, factory=MISSING, init=True, repr=True, compare=True):
        if default is not MISSING and factory is not MISSING:
            raise ValueError("default and factory exclude each other")
        self.default, self.factory, self.init, self.repr, self.compare = default, factory, init, repr, compare

    def __set_name__(self, owner, name):
        self.name = name

    @property
    def required(self):
        return self.default is MISSING and self.factory is MISSING

    def value(self):
        return self.factory() if self.factory is not MISSING else self.default


class FrozenError(AttributeError):
    pass


def record(cls=None, /, *, frozen=False, order=False, slots=False):
    def wrap(cls):
        fields = {}
        for base in reversed(cls.__mro__[1:]):
            fields.update(getattr(base, "__record_fields__", {}))
        for name in cls.__dict__.get("__annotations__", {}):
            f = cls.__dict__.get(name, MISSING)
            if not isinstance(f, field):
                if isinstance(f, (list, dict, set)):
                    raise ValueError(f"mutable default {type(f).__name__} for {name}")
                f = field(default=f)
            f.name = name
            fields[name] = f
            if name in cls.__dict__:
                if f.default is MISSING:
                    delattr(cls, name)
                else:
                    setattr(cls, name, f.default)
        seen = None
        for f in fields.values():
            if f.init and f.required and seen:
                raise TypeError(f"{f.name} without default follows {seen}")
            seen = seen or (f.name if not f.required else None)
        compared = [f.name for f in fields.values() if f.compare]

        def __init__(self, *args, **kw):
            names = [f.name for f in fields.values() if f.init]
            if len(args) > len(names):
                raise TypeError(f"{cls.__name__} takes {len(names)} values, not {len(args)}")
            values = dict(zip(names, args))
            for k, v in kw.items():
                if k not in names:
                    raise TypeError(f"{cls.__name__} has no field {k!r}")
                if k in values:
                    raise TypeError(f"{k!r} given twice")
                values[k] = v
            for f in fields.values():
                if f.name not in values and not f.required:
                    values[f.name] = f.value()
            missing = [n for n in names if n not in values]
            if missing:
                raise TypeError(f"{cls.__name__} lacks {', '.join(missing)}")
            for f in fields.values():
                if f.name in values:
                    object.__setattr__(self, f.name, values[f.name])
            post = getattr(self, "__post_init__", None)
            if post:
                post()

        def __repr__(self):
            inner = ", ".join(f"{f.name}={getattr(self, f.name)!r}" for f in fields.values() if f.repr)
            return f"{type(self).__qualname__}({inner})"

        def key(self):
            return tuple(getattr(self, n) for n in compared)

        def __eq__(self, other):
            return key(self) == key(other) if type(other) is type(self) else NotImplemented

        def __lt__(self, other):
            return key(self) < key(other) if type(other) is type(self) else NotImplemented

        def refuse(self, name, *value):
            raise FrozenError(f"can't {'assign' if value else 'delete'} {name!r}")

        methods = {"__init__": __init__, "__repr__": __repr__, "__eq__": __eq__}
        if order:
            methods["__lt__"] = __lt__
        methods["__hash__"] = (lambda self: hash(key(self))) if frozen else None
        if frozen:
            methods.update(__setattr__=refuse, __delattr__=refuse)
        for name, m in methods.items():
            if name not in cls.__dict__ or name == "__hash__":
                if m is not None:
                    m.__qualname__ = f"{cls.__qualname__}.{name}"
                setattr(cls, name, m)
        cls.__record_fields__ = fields
        return total_ordering(cls) if order else cls
    return wrap if cls is None else wrap(cls)


def asdict(x):
    if hasattr(x, "__record_fields__"):
        return {n: asdict(getattr(x, n)) for n in x.__record_fields__}
    if isinstance(x, (list, tuple)):
        return type(x)(map(asdict, x))
    return {k: asdict(v) for k, v in x.items()} if isinstance(x, dict) else x


def replace(x, /, **kw):
    init = {n: getattr(x, n) for n, f in x.__record_fields__.items() if f.init}
    return type(x)(**{**init, **kw})


@record(order=True)
class Item:
    name: str
    price: float = 1.0
    tags: list = field(factory=list, compare=False)
    total: float = field(init=False, repr=False, default=0.0)

    def __post_init__(self):
        self.total = self.price * 2


@record(frozen=True)
class Point:
    x: int
    y: int = 0

    def moved(self, dx=0, dy=0):
        return replace(self, x=self.x + dx, y=self.y + dy)


@record(frozen=True)
class Point3(Point):
    z: int = -1


@record
class Shape:
    name: str
    points: list = field(factory=list)

    class Inner:
        pass

    def __repr__(self):
        return f"<{self.name}>"


a, b = Item("a", 2.5), Item("b", tags=["t"])
print(a, b, a.total, a == Item("a", 2.5, ["other"]), a < b, a >= b, sorted([b, a]), a.tags is not b.tags, Item.price, hasattr(Item, "tags"))
a.price = 9
print(a, a.total, replace(b, name="c"), replace(b, name="c").tags is b.tags)
p = Point(1)
print(p, p.moved(2, dy=5), {p: "x"}[Point(1, 0)], p != Point(1, 1), Point3(1, 2), Point3(1).moved(1), Point3(1, 0) == p, len({Point(1), Point(1), Point3(1)}))
s = Shape("tri", [Point(0), Point(1, 1)])
print(s, asdict(s), asdict({"k": (p, [p])}), list(Point3.__record_fields__), Point3.__init__.__qualname__)
for bad in (lambda: Item(), lambda: Item("a", 1, [], 5), lambda: Item("a", name="b"), lambda: Item("x", colour=1), lambda: setattr(p, "x", 5), lambda: delattr(p, "x"), lambda: hash(a), lambda: a < 5, lambda: p < p, lambda: field(default=1, factory=list)):
    try:
        print(bad())
    except (TypeError, AttributeError, ValueError) as e:
        print(type(e).__name__, e)
try:
    @record
    class Bad:
        x: list = []
except ValueError as e:
    print(e)
try:
    @record
    class Worse:
        x: int = 1
        y: str
except TypeError as e:
    print(e)
