"""Events as descriptors: observers, typed fields and computed fields that follow changes."""
from operator import attrgetter


class Event:
    def __set_name__(self, owner, name):
        self.name = name
        self.slot = "_event_" + name

    def __get__(self, obj, cls=None):
        if obj is None:
            return self
        try:
            return obj.__dict__[self.slot]
        except KeyError:
            return obj.__dict__.setdefault(self.slot, Bound(obj, self.name))

    def __set__(self, obj, value):
        if not isinstance(value, Bound):
            raise AttributeError(f"can't assign to event {self.name!r}")


class Bound:
    def __init__(self, obj, name):
        self.obj, self.name, self.handlers = obj, name, []

    def __iadd__(self, handler):
        self.handlers.append(handler)
        return self

    def __isub__(self, handler):
        self.handlers.remove(handler)
        return self

    def __call__(self, *args, **kw):
        errors = []
        for h in tuple(self.handlers):
            try:
                h(self.obj, *args, **kw)
            except Exception as e:
                errors.append(e)
        if errors:
            raise RuntimeError(f"{len(errors)} handler(s) of {self.name} failed") from errors[0]

    def __len__(self):
        return len(self.handlers)

    def __bool__(self):
        return True


class Field:
    def __init__(self, kind, default=None, check=None):
        self.kind, self.default, self.check = kind, default, check

    def __set_name__(self, owner, name):
        self.name = name

    def __get__(self, obj, cls):
        return self if obj is None else obj.__dict__.get(self.name, self.default)

    def __set__(self, obj, value):
        if not isinstance(value, self.kind):
            raise TypeError(f"{self.name} must be {self.kind.__name__}, not {type(value).__name__}")
        if self.check and not self.check(value):
            raise ValueError(f"bad {self.name}: {value!r}")
        old = self.__get__(obj, type(obj))
        obj.__dict__[self.name] = value
        if old != value:
            obj.changed(self.name, old, value)


class computed:
    def __init__(self, *depends):
        self.depends = depends

    def __call__(self, f):
        self.f = f
        return self

    def __set_name__(self, owner, name):
        self.name = name

    def __get__(self, obj, cls):
        if obj is None:
            return self
        key = attrgetter(*self.depends)(obj)
        cached = obj.__dict__.get("_cache_" + self.name)
        if cached is None or cached[0] != key:
            print(f"    (computing {self.name})")
            cached = obj.__dict__["_cache_" + self.name] = key, self.f(obj)
        return cached[1]


class Model:
    changed = Event()
    fields = {}

    def __init_subclass__(cls):
        cls.fields = {**cls.fields, **{n: f for n, f in vars(cls).items() if isinstance(f, Field)}}

    def __init__(self, **kw):
        for name, value in kw.items():
            if name not in self.fields:
                raise TypeError(f"unknown field {name}")
            setattr(self, name, value)

    def __repr__(self):
        return f"{type(self).__name__}({', '.join(f'{n}={getattr(self, n)!r}' for n in self.fields)})"


class Rect(Model):
    w = Field(int, 1, lambda v: v > 0)
    h = Field(int, 1, lambda v: v > 0)

    @computed("w", "h")
    def area(self):
        return self.w * self.h


class Box(Rect):
    depth = Field(int, 2)
    label = Field(str, "")
    closed = Event()

    @computed("area", "depth")
    def volume(self):
        return self.area * self.depth


r = Rect(w=3)
log = []
r.changed += lambda obj, *args: log.append(args)
r.w = 4
r.w = 4
r.h, r.w = 5, 6
print(r, log, r.area, r.area)
b = Box(w=2, label="box")
print(b.volume, b.volume)
b.depth = 7
print(b.volume, sorted(Box.fields), sorted(Rect.fields), b)
for name, value in (("w", "3"), ("h", -1), ("label", None), ("changed", 5)):
    try:
        setattr(b, name, value)
    except (TypeError, ValueError, AttributeError) as e:
        print(f"{type(e).__name__}: {e}")
try:
    Box(weight=1)
except TypeError as e:
    print(e)


def failing(obj, *args):
    raise KeyError(args[0])


b.changed += failing
b.changed += lambda obj, name, old, new: print("  last handler", name, old, "->", new)
try:
    b.w = 9
except RuntimeError as e:
    print(e, "|", repr(e.__cause__), b.w)
b.changed -= failing
b.w = 10
print(len(b.changed), bool(b.closed), b.closed is b.closed, type(Box.closed).__name__)
b.closed += print
b.closed -= print
print(len(b.closed), type(Rect.area).__name__, "w" in vars(r), sorted(k for k in vars(r) if k[0] != "_"))
