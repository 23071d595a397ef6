"""Plugins by metaclass: a registry, ordered namespaces, abstract methods and keyword options."""


class Namespace(dict):
    def __init__(self, name):
        super().__init__()
        self.name = name
        self.order = []

    def __setitem__(self, key, value):
        if key in self and not key.startswith("_"):
            old = self[key]
            if isinstance(old, Overload):
                old.add(value)
                return
            if callable(old) and callable(value):
                value = Overload(key, old, value)
            else:
                raise TypeError(f"{self.name}.{key} is defined twice")
        else:
            self.order.append(key)
        super().__setitem__(key, value)


class Overload:
    def __init__(self, name, *functions):
        self.name, self.functions = name, list(functions)

    def add(self, f):
        self.functions.append(f)

    def __get__(self, obj, cls):
        if obj is None:
            return self

        def call(*args):
            for f in self.functions:
                if f.__code__.co_argcount == len(args) + 1:
                    return f(obj, *args)
            raise TypeError(f"no {self.name} takes {len(args)} arguments")
        return call


def abstract(f):
    f.is_abstract = True
    return f


class Registry(type):
    plugins = {}

    @classmethod
    def __prepare__(mcs, name, bases, **options):
        return Namespace(name)

    def __new__(mcs, name, bases, ns, *, key=None, final=False, **options):
        for b in bases:
            if getattr(b, "_final", False):
                raise TypeError(f"{b.__name__} is final")
        cls = super().__new__(mcs, name, bases, dict(ns))
        cls._order = tuple(k for k in ns.order if k[:2] != "__")
        cls._final = final
        inherited = {n for b in bases for n in getattr(b, "_abstract", ())}
        own = {n for n, v in ns.items() if getattr(v, "is_abstract", False)}
        cls._abstract = frozenset(n for n in inherited | own if getattr(getattr(cls, n), "is_abstract", False))
        return cls

    def __init__(cls, name, bases, ns, *, key=None, **options):
        super().__init__(name, bases, ns)
        cls.key = key or name.lower()
        if not cls._abstract:
            if cls.key in Registry.plugins:
                raise ValueError(f"two plugins for {cls.key!r}")
            Registry.plugins[cls.key] = cls

    def __call__(cls, *args, **kw):
        if cls._abstract:
            raise TypeError(f"{cls.__name__} lacks {', '.join(sorted(cls._abstract))}")
        self = super().__call__(*args, **kw)
        if hasattr(self, "ready"):
            self.ready()
        return self

    def __getitem__(cls, key):
        return cls.plugins[key]

    def __iter__(cls):
        return iter(sorted(c.__name__ for c in Registry.plugins.values() if issubclass(c, cls)))

    def __len__(cls):
        return sum(1 for _ in cls)

    def __contains__(cls, x):
        return isinstance(x, cls)

    def __repr__(cls):
        return f"<plugin {cls.key}>"

    def __lt__(cls, other):
        return cls.key < other.key


class Shape(metaclass=Registry):
    @abstract
    def area(self):
        ...

    @abstract
    def name(self):
        ...

    def scale(self, k):
        return f"{self.name()} x {k}"

    def scale(self, kx, ky):
        return f"{self.name()} x {kx},{ky}"

    def scale(self):
        return "unit " + self.name()


class Named(Shape):
    def name(self):
        return type(self).key

    def __repr__(self):
        return f"{type(self).__name__}#{self.name()}"


class Square(Named):
    side = 1

    def __init__(self, side):
        self.side = side

    def area(self):
        return self.side ** 2

    def ready(self):
        self.made = True


class Circle(Named, key="round", final=True):
    def __init__(self, r=1):
        self.r = r

    def area(self):
        return round(3.14159 * self.r ** 2, 2)


s, c = Square(3), Circle()
print(s, c, s.made, s.area(), c.area(), Registry.plugins, list(Shape), len(Named), s in Shape, 5 in Shape, Shape["round"])
print(s.scale(2), s.scale(2, 3), c.scale(), Square._order, Shape._order, sorted(Shape._abstract), Named._abstract, sorted([Square, Circle]), type(Shape) is Registry)
for bad in (lambda: Shape(), lambda: Named(), lambda: s.scale(1, 2, 3), lambda: Shape["nope"]):
    try:
        bad()
    except (TypeError, KeyError) as e:
        print(type(e).__name__, e)
try:
    class Ellipse(Circle):
        pass
except TypeError as e:
    print(e)
try:
    class Other(Named, key="square"):
        def area(self):
            return 0
except ValueError as e:
    print(e)
try:
    class Twice(Square):
        limit = 1
        limit = 2
except TypeError as e:
    print(e)


class Mixin:
    def name(self):
        return "mixed " + super().name()


class Tile(Mixin, Square):
    def area(self):
        return super().area() + 1


t = Tile(2)
print(t, t.area(), t.scale(5), [k.__name__ for k in Tile.__mro__], type(Tile).__name__, Tile.key, list(Shape))
try:
    Registry("Dynamic", (Named,), {}, key="dyn")
except AttributeError as e:
    print(e)
ns = Registry.__prepare__("Dynamic", (Named,))
ns["area"] = lambda self: 42
D = Registry("Dynamic", (Named,), ns, key="dyn")
print(D, D().area(), D._order, D.__name__, isinstance(D(), Shape), issubclass(D, Square))
